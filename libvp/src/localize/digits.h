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
} vp_edit;

enum { VP_EDITS_MAX = 64 };

/* A set of slips has a bit for each. */
enum {
  VP_DIGIT_SLIPS = 1 << VP_SLIP_DIGIT_LEFT_OUT | 1 << VP_SLIP_DIGIT_ADDED |
                   1 << VP_SLIP_DIGIT_CHANGED | 1 << VP_SLIP_DIGITS_SWAPPED
};

/* The edits of coefficient, of which `fraction` digits stand behind the point, by one of the slips,
 * that lie in the range for their shift: ranges[shift + 1]. Returns how many; never more than
 * VP_EDITS_MAX. */
size_t vp_digit_edits(vp_edit *out, int64_t coefficient, int32_t fraction, const vp_range *ranges,
                      unsigned slips);

/* How many figures a slip could have made of one with so many digits. */
int vp_digit_outcomes(vp_slip slip, int32_t digits);

/* How many digits are printed: one at least before the point. */
int32_t vp_digit_count(int64_t coefficient, int32_t fraction);

#endif
