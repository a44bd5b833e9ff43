/* Figures that are one keystroke from a printed one: optimal string alignment distance 1 between
 * the digits. */
#ifndef VP_LOCALIZE_DIGITS_H
#define VP_LOCALIZE_DIGITS_H

#include <vp/localize.h>

/* Coefficients that are of interest, both ends included. */
typedef struct vp_range {
  int64_t low, high;
} vp_range;

typedef struct vp_edit {
  int64_t coefficient;
  int32_t shift; /* of the exponent: a digit behind the point was left out (-1) or added (1) */
  vp_slip slip;
  int outcomes; /* how many figures this slip could have made of the right one */
} vp_edit;

enum { VP_EDITS_MAX = 64 };

/* The edits of coefficient, of which `fraction` digits stand behind the point, that lie in the
 * range for their shift: ranges[shift + 1]. Returns how many; never more than VP_EDITS_MAX. */
size_t vp_digit_edits(vp_edit *out, int64_t coefficient, int32_t fraction, const vp_range *ranges);

/* How many digits are printed: one at least before the point. */
int32_t vp_digit_count(int64_t coefficient, int32_t fraction);

#endif
