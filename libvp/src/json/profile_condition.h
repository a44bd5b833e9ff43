/* What a condition of a profile must be beyond its shape. */
#ifndef VP_JSON_PROFILE_CONDITION_H
#define VP_JSON_PROFILE_CONDITION_H

#include "json/reader.h"
#include "model/profile.h"

/* What a rule is about: the plan, elements of another shape, or (shape NULL) a figure. */
typedef struct vp_subject {
  const vp_shape *shape;
  vp_unit unit; /* of the figure: VP_UNIT_NONE when only the plan knows it */
} vp_subject;

/* VP_ERROR_FORMAT, with line and column, for a condition that no such thing can be put to. */
vp_status vp_check_condition(const vp_reader *r, const vp_condition *condition,
                             const vp_subject *about);

#endif
