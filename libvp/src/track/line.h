/* A straight line through a few points, of which one or two may be wild.
 *
 * The slope is the median of the slopes of all pairs of points (Theil 1950, "A rank-invariant
 * method of linear and polynomial regression analysis"), the intercept the median of
 * value - slope · time.
 *
 * The slope's range lies between the r-th pairwise slope from below and the r-th from above (Sen
 * 1968, "Estimates of the regression coefficient based on Kendall's tau", JASA 63). With N pairs
 * and k the least value that Kendall's S reaches with a probability of at most 5 % when there is
 * no trend, r = (N - k) / 2 + 1: exact up to 10 points (Kendall 1970, "Rank Correlation Methods");
 * above, k - 2 is 1,645 standard deviations of S, of the variance n (n - 1) (2n + 5) / 18. Equal
 * values can only make it cover more often.
 *
 * A prediction's range is that of least squares (Draper and Smith 1998, "Applied Regression
 * Analysis", section 3.1), with this line's residuals, whose squares never sum to less:
 *   ± t(n - 2) · s · √(1 + 1/n + (time - mean)² / Σ(timeᵢ - mean)²)
 *   s² = Σ residual² / (n - 2)
 * where s is no less than rounding to the printed digit makes it, step / √12: a few points on a
 * line do not make the next one certain. It supposes errors that are independent and much alike; a
 * wild one leaves the line where it is but widens the range. */
#ifndef VP_TRACK_LINE_H
#define VP_TRACK_LINE_H

#include <vp/context.h>
#include <vp/track.h>

enum { VP_LINE_MIN_POINTS = 3, VP_LINE_MIN_RANGE_POINTS = 4, VP_LINE_MAX_POINTS = 2000 };

typedef struct vp_point {
  double time;
  double value;
} vp_point;

typedef struct vp_line {
  vp_estimate slope;
  double intercept;   /* at time 0 */
  size_t count;       /* of the points */
  double mean;        /* of the times */
  double sum_squares; /* of the times' distances from it */
  double deviation;   /* s */
} vp_line;

/* In any order, no two at the same time, VP_LINE_MIN_POINTS to VP_LINE_MAX_POINTS of them. step is
 * a unit of the last digit that all values have. VP_ERROR_MEMORY. */
vp_status vp_line_fit(vp_line *out, const vp_context *context, const vp_point *points, size_t count,
                      double step);

vp_estimate vp_line_at(const vp_line *line, double time);

/* The k above for that many points, at most 10; 0 when no value is that unlikely. */
size_t vp_kendall_critical(size_t count);

/* What Student's t with that many degrees of freedom, at least 2, exceeds with a probability of
 * 5 %; at most 0,3 % too low (Abramowitz and Stegun 1964, 26.7.5). */
double vp_student_critical(size_t degrees);

#endif
