/* Numbers of a risk model: a level, a score and the end of a band are bare points on a scale. */
#ifndef VP_SCORE_NUMBER_H
#define VP_SCORE_NUMBER_H

#include <vp/quantity.h>

/* false unless it is a number without a unit and without a qualifier: "cirka 3" is no level. */
bool vp_number_of(vp_decimal *out, const vp_quantity *quantity);

#endif
