/* Units of a plan's own, which are known by their texts only. */
#ifndef VP_BASE_UNIT_H
#define VP_BASE_UNIT_H

#include <vp/quantity.h>

/* The end of the quantity's text that is its unit; NULL when it has none of its own. */
const char *vp_unit_written(const vp_quantity *quantity);

/* Whether two texts are one unit: the same, or words that begin alike (timme, timmar). */
bool vp_unit_is_same(const char *a, const char *b);

#endif
