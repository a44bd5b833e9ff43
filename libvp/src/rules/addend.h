/* Figures to compute with: with the sign that their references give them, and money in kr. */
#ifndef VP_RULES_ADDEND_H
#define VP_RULES_ADDEND_H

#include "model/figure.h"
#include "rules/run.h"

typedef struct vp_addend {
  vp_figure figure;
  vp_decimal value;
  vp_interval interval;
  vp_unit unit;
} vp_addend;

/* false unless it is a number. */
bool vp_addend_of(vp_addend *out, const vp_quantity *quantity, bool negative);

/* The figure that a reference names; false when it cannot be used, which other rules say. */
bool vp_addend_find(vp_run *run, vp_addend *out, const char *reference);

bool vp_unit_is_comparable(vp_unit a, vp_unit b);

/* Kr as the unit has it. */
vp_decimal vp_decimal_in_unit(vp_decimal value, vp_unit unit);
vp_interval vp_interval_in_unit(vp_interval interval, vp_unit unit);

/* The share in per cent, for reading: with one more digit than the exponent has. whole is not zero.
 */
vp_decimal vp_addend_percentage(vp_decimal part, vp_decimal whole, int32_t exponent);

#endif
