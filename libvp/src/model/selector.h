/* How claims and profiles name elements: "goals", "goals[set_by=council]", "controls.risk". */
#ifndef VP_MODEL_SELECTOR_H
#define VP_MODEL_SELECTOR_H

#include "model/element.h"

/* list           the elements that stand in a list of that name, wherever in the plan
 * list[key=text] those of them whose field has that text
 * list.key       the different texts of that field */

typedef struct vp_slice {
  const char *text;
  size_t length;
} vp_slice;

/* Less than, equal to or greater than 0, as strcmp. */
int vp_slice_compare(const char *text, vp_slice part);

/* What a selector says, whether or not the format has it. */
typedef struct vp_selector {
  vp_slice list_name, filter_name, text, distinct_name; /* text: of the filter */
  bool is_well_formed;
  const vp_field *list;              /* the first of that name in the format; NULL for none */
  const vp_field *filter, *distinct; /* of the list's elements; NULL for none */
} vp_selector;

vp_selector vp_selector_parse(const char *selector);

/* Whether it names a list of the format, and fields of its elements. */
bool vp_selector_is_valid(const vp_selector *selector);

/* Whether the element is one of those that a valid selector names. */
bool vp_selector_has(const vp_selector *selector, const vp_element *element);

#endif
