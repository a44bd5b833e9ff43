/* Quantities of one indicator against each other. */
#ifndef VP_TRACK_COMPARE_H
#define VP_TRACK_COMPARE_H

#include <vp/quantity.h>
#include <vp/track.h>

/* The lesser of two answers is the answer to both questions together. */
typedef enum vp_answer { VP_ANSWER_NO, VP_ANSWER_UNKNOWN, VP_ANSWER_YES } vp_answer;

/* A number, a yes or a no. */
bool vp_quantity_is_readable(vp_quantity quantity);

/* Two numbers of which one may be taken from the other, or two of yes and no. */
bool vp_quantity_is_comparable(vp_quantity a, vp_quantity b);

/* An amount of money in another unit of money; anything else as it is. */
vp_quantity vp_quantity_convert(vp_quantity quantity, vp_unit unit);

/* By the intervals. Of yes and no, two that differ are UNKNOWN. */
vp_comparison vp_quantity_compare(vp_quantity a, vp_quantity b);

/* How the later one lies against the earlier; SAME also when they differ by less than so many per
 * cent of the earlier. */
vp_comparison vp_quantity_change(vp_quantity earlier, vp_quantity later, vp_decimal deadband);

/* What is said rather than what is so: the printed value, or all that its qualifier leaves open. */
vp_status vp_quantity_stated(vp_interval *out, vp_quantity quantity);

/* Whether all of the interval, or none of it, lies in the range. */
vp_answer vp_interval_lies_in(vp_interval interval, vp_interval range);

#endif
