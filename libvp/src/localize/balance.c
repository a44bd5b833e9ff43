/* How far a relation is off, in a form from which single cells can be taken away again. */
#include <math.h>

#include "localize/graph.h"

const double vp_powers_of_ten[VP_DECIMAL_MAX_EXPONENT + 1] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11, 1e12,
    1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25,
    1e26, 1e27, 1e28, 1e29, 1e30, 1e31, 1e32, 1e33, 1e34, 1e35, 1e36};

vp_status vp_graph_part(vp_interval *out, const vp_graph *graph, uint32_t relation, uint32_t cell,
                        vp_decimal weight) {
  const vp_cell *found = vp_graph_cell(graph, cell);
  vp_interval interval = vp_interval_point(vp_cell_value(found));
  vp_status status = VP_OK;
  if (!vp_graph_relation(graph, relation)->adjusted) status = vp_cell_interval(&interval, found);
  return status == VP_OK ? vp_interval_scale(out, interval, weight) : status;
}

vp_status vp_end_add(vp_end *end, vp_bound bound) {
  end->endless += bound.unbounded;
  if (bound.unbounded) return VP_OK;
  end->open += bound.open;
  return vp_decimal_add(&end->sum, end->sum, bound.value);
}

vp_status vp_end_take_away(vp_end *end, vp_bound bound) {
  end->endless -= bound.unbounded;
  if (bound.unbounded) return VP_OK;
  end->open -= bound.open;
  return vp_decimal_subtract(&end->sum, end->sum, bound.value);
}

vp_bound vp_end_bound(vp_end end) {
  return (vp_bound){.value = end.sum, .open = end.open > 0, .unbounded = end.endless > 0};
}

static vp_status add_part(vp_balance *balance, const vp_graph *graph, uint32_t relation,
                          uint32_t cell, vp_decimal weight) {
  vp_interval part;
  vp_status status = vp_graph_part(&part, graph, relation, cell, weight);
  if (status == VP_OK) status = vp_end_add(&balance->low, part.low);
  if (status == VP_OK) status = vp_end_add(&balance->high, part.high);
  return status;
}

static vp_status add_up(vp_balance *balance, const vp_graph *graph, uint32_t relation) {
  const vp_relation *found = vp_graph_relation(graph, relation);
  balance->low.sum = balance->high.sum =
      (vp_decimal){.coefficient = 0, .exponent = VP_DECIMAL_MAX_EXPONENT};
  vp_status status = add_part(balance, graph, relation, found->total,
                              (vp_decimal){.coefficient = -1, .exponent = 0});
  for (size_t i = 0; i < found->term_count && status == VP_OK; i++)
    status = add_part(balance, graph, relation, found->terms[i].cell, found->terms[i].weight);
  return status;
}

static bool is_plain(vp_interval interval) {
  return !interval.low.open && !interval.low.unbounded && !interval.high.open &&
         !interval.high.unbounded;
}

/* Of closed intervals the verdict already has the sums. */
static vp_status take_over(vp_balance *balance, const vp_relation *relation, int32_t exponent) {
  vp_interval sum = vp_interval_shift(relation->sum_interval, exponent);
  vp_interval stated = vp_interval_shift(relation->stated_interval, exponent);
  vp_status status = vp_decimal_subtract(&balance->low.sum, sum.low.value, stated.high.value);
  if (status == VP_OK)
    status = vp_decimal_subtract(&balance->high.sum, sum.high.value, stated.low.value);
  return status;
}

static vp_status compute(vp_balance *balance, const vp_graph *graph, uint32_t relation) {
  const vp_relation *found = vp_graph_relation(graph, relation);
  int32_t exponent = vp_unit_exponent(found->unit);
  balance->difference = found->difference;
  balance->difference.exponent += exponent;
  if (found->is_bounded && !found->adjusted) {
    vp_decimal three_sigma = found->three_sigma;
    three_sigma.exponent += exponent;
    double deviation = vp_graph_number(three_sigma) / 3;
    balance->variance = deviation * deviation;
  }
  if (!found->adjusted && is_plain(found->sum_interval) && is_plain(found->stated_interval))
    return take_over(balance, found, exponent);
  return add_up(balance, graph, relation);
}

const vp_balance *vp_graph_balance(vp_graph *graph, uint32_t relation) {
  vp_balance **slot = &graph->balances[relation];
  if (*slot != NULL) return *slot;
  vp_balance *made = vp_graph_array(graph, 1, sizeof *made);
  if (made == NULL || compute(made, graph, relation) != VP_OK) return NULL;
  made->least = made->low.endless > 0 ? -HUGE_VAL : vp_graph_number(made->low.sum);
  made->most = made->high.endless > 0 ? HUGE_VAL : vp_graph_number(made->high.sum);
  return *slot = made;
}

/* The border is known to two digits: what it may hold of a difference that was found doubtful is
 * cut off.
 */
void vp_graph_cure(vp_graph *graph, uint32_t relation) {
  const vp_relation *found = vp_graph_relation(graph, relation);
  if (vp_graph_balance(graph, relation) == NULL) return;
  vp_balance *balance = graph->balances[relation];
  vp_decimal size = vp_decimal_absolute(balance->difference);
  vp_decimal tolerance = found->usual_case;
  tolerance.exponent += vp_unit_exponent(found->unit);
  if (vp_decimal_compare(tolerance, size) >= 0)
    tolerance = (vp_decimal){size.coefficient - 1, size.exponent};
  balance->tolerance = tolerance;
  balance->is_doubtful = true;
}
