/* How likely an explanation is, as a cost: the negative logarithm of a probability, summed over the
 * slip (how often people make it, and how many figures it could have made of the right one), the
 * value (how well it continues its row's other columns, against how well the printed one does) and
 * the fit (how far off the relations still are, in standard deviations). */
#ifndef VP_LOCALIZE_SCORE_H
#define VP_LOCALIZE_SCORE_H

#include "localize/graph.h"

/* One explanation is far likelier than another when its cost is this much less: about 1000 times.
 */
#define VP_COST_MARGIN 7.0

/* Of there being one more fault. */
#define VP_COST_FAULT 9.0

double vp_cost_of_slip(vp_slip slip, double outcomes);

/* Of the cell holding a value (in kr), by its row; and by its size where it stands alone. Only
 * differences between values of one cell mean something. */
double vp_cost_of_value(const vp_graph *graph, uint32_t cell, double value);

/* Odds against something, of which its cost is the logarithm. None of the values from low to high
 * has less; unit is one of the last printed digit. */
double vp_odds_of_slip(vp_slip slip, double outcomes);
double vp_odds_of_values(const vp_graph *graph, uint32_t cell, double unit, double low,
                         double high);

/* The size of the number nearest to zero. */
double vp_least_size(double low, double high);

/* Of a value that is so many units large and is not known to resemble any other. */
double vp_cost_of_figure(double units);

/* Of a value beside one that it should resemble, both in units. */
double vp_cost_beside(double value, double other);

/* Of a relation being off by that difference; 0 when its variance is not known. */
double vp_cost_of_fit(double variance, double difference);

#endif
