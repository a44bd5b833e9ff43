/* What a profile names of the plan format: lists, fields, choices, figures. Each check gives
 * VP_ERROR_FORMAT, with the nearest name there is, for what no plan can have. */
#ifndef VP_JSON_PROFILE_NAMES_H
#define VP_JSON_PROFILE_NAMES_H

#include "base/distance.h"
#include "json/reader.h"
#include "json/scanner.h"
#include "model/profile.h"
#include "model/selector.h"

/* Where a field of the profile, or an item of it, stands in its text. */
uint32_t vp_profile_offset(const vp_reader *r, const vp_element *element, const char *key,
                           uint32_t item);

/* A text of the profile as messages quote it. */
typedef struct vp_quoted {
  char text[VP_QUOTE_SIZE];
} vp_quoted;

vp_quoted vp_quoted_text(const char *text);

/* The nearest of many names to one that is none of them. */
typedef struct vp_nearest {
  char wanted[VP_DISTANCE_MAX_LENGTH + 1]; /* "" for a longer one, which nothing is near */
  const char *found;                       /* NULL for none */
  size_t distance;
} vp_nearest;

vp_nearest vp_nearest_to(vp_slice name);
void vp_nearest_consider(vp_nearest *nearest, const char *name);
void vp_nearest_consider_fields(vp_nearest *nearest, const vp_shape *shape);

/* Fails with the message, and asks whether the nearest name was meant. */
vp_status vp_nearest_fail(const vp_nearest *nearest, const vp_reader *r, uint32_t at,
                          const char *format, ...) VP_PRINTF(4, 5);

vp_status vp_check_selector(vp_selector *out, const vp_reader *r, uint32_t at, const char *text);

/* The field that a path leads to. */
vp_status vp_check_path(const vp_field **out, const vp_reader *r, uint32_t at,
                        const vp_shape *shape, const char *path);

/* A text that is to be one of a choice's. Any will do for other fields. */
vp_status vp_check_choice(const vp_reader *r, uint32_t at, const vp_field *field, vp_slice text);

vp_status vp_check_figures(const vp_reader *r, const vp_element *element, const char *key,
                           const vp_texts *figures);

#endif
