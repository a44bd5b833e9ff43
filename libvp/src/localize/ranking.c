#include "localize/ranking.h"

#include <math.h>
#include <string.h>

#include "localize/score.h"

void vp_ranking_clear(vp_ranking *ranking) {
  ranking->count = 0;
  ranking->least_left_off = HUGE_VAL;
}

static bool same_cells(const vp_explanation *a, const vp_correction *corrections, size_t count) {
  if (a->correction_count != count) return false;
  for (size_t i = 0; i < count; i++) {
    size_t j = 0;
    while (j < count && a->corrections[i].cell != corrections[j].cell) j++;
    if (j == count ||
        (corrections[j].cell == VP_NO_CELL && a->corrections[i].other != corrections[j].other))
      return false;
  }
  return true;
}

static bool same_value(const vp_correction *a, const vp_correction *b) {
  bool is_alike =
      a->is_rough == b->is_rough || a->slip == VP_SLIP_UNKNOWN || b->slip == VP_SLIP_UNKNOWN;
  return is_alike && vp_decimal_compare(a->value, b->value) == 0;
}

static bool same_values(const vp_explanation *a, const vp_correction *corrections, size_t count) {
  if (!same_cells(a, corrections, count)) return false;
  for (size_t i = 0; i < count; i++)
    for (size_t j = 0; j < count; j++)
      if (a->corrections[i].cell == corrections[j].cell &&
          !same_value(&a->corrections[i], &corrections[j]))
        return false;
  return true;
}

static void leave_off(vp_ranking *ranking, double cost) {
  if (cost < ranking->least_left_off) ranking->least_left_off = cost;
}

bool vp_ranking_has_room(vp_ranking *ranking, double cost) {
  if (ranking->count < VP_RANKING_SIZE || cost < ranking->items[VP_RANKING_SIZE - 1].cost)
    return true;
  leave_off(ranking, cost);
  return false;
}

/* What is near enough to the first to speak against deciding for its cells, and yet has no place,
 * has company: one of other cells that costs no more. Unless all in the ranking are of the same. */
double vp_ranking_limit(vp_ranking *ranking) {
  if (ranking->count < VP_RANKING_SIZE) return HUGE_VAL;
  const vp_explanation *items = ranking->items;
  size_t at = VP_RANKING_SIZE - 1;
  while (at > 0 && same_cells(&items[at], items[0].corrections, items[0].correction_count)) at--;
  if (at == 0) return HUGE_VAL;
  double limit = items[VP_RANKING_SIZE - 1].cost;
  leave_off(ranking, limit);
  return limit;
}

/* The place of the item that says the same, or else the end. */
static size_t find(const vp_ranking *ranking, const vp_correction *corrections, size_t count) {
  size_t at = 0;
  while (at < ranking->count && !same_values(&ranking->items[at], corrections, count)) at++;
  return at;
}

void vp_ranking_offer(vp_ranking *ranking, vp_graph *graph, const vp_correction *corrections,
                      size_t count, double cost) {
  size_t end = find(ranking, corrections, count);
  bool is_known = end < ranking->count;
  if (is_known && ranking->items[end].cost <= cost) return;
  if (!is_known && ranking->count == VP_RANKING_SIZE) {
    leave_off(ranking, cost < ranking->items[end - 1].cost ? ranking->items[end - 1].cost : cost);
    if (cost >= ranking->items[--end].cost) return;
  } else if (!is_known) {
    ranking->count++;
  }
  vp_correction *kept = vp_graph_array(graph, count, sizeof *kept);
  if (kept == NULL) {
    ranking->count = 0;
    return;
  }
  memcpy(kept, corrections, count * sizeof *kept);
  for (; end > 0 && ranking->items[end - 1].cost > cost; end--)
    ranking->items[end] = ranking->items[end - 1];
  ranking->items[end] = (vp_explanation){kept, count, cost, 0};
}

void vp_ranking_finish(vp_ranking *ranking) {
  size_t rank = 0;
  double first = 0;
  for (size_t i = 0; i < ranking->count; i++) {
    if (rank == 0 || ranking->items[i].cost >= first + VP_COST_MARGIN) {
      rank = i + 1;
      first = ranking->items[i].cost;
    }
    ranking->items[i].rank = rank;
  }
}

static double limit_of(const vp_ranking *ranking) {
  return ranking->items[0].cost + VP_COST_MARGIN;
}

/* Whether every value in the interval is printed like the one given. */
static bool is_exact(const vp_correction *correction) {
  if (!correction->has_value || !correction->is_rough) return correction->has_value;
  const vp_decimal half = {5, correction->value.exponent - 1};
  vp_decimal low, high;
  return !correction->interval.low.unbounded && !correction->interval.high.unbounded &&
         vp_decimal_subtract(&low, correction->value, half) == VP_OK &&
         vp_decimal_add(&high, correction->value, half) == VP_OK &&
         vp_decimal_compare(low, correction->interval.low.value) <= 0 &&
         vp_decimal_compare(correction->interval.high.value, high) <= 0;
}

/* That one column lacks a row explains any difference at all. */
static bool says_nothing(const vp_explanation *explanation) {
  return explanation->correction_count == 1 &&
         explanation->corrections[0].slip == VP_SLIP_ROW_LEFT_OUT;
}

bool vp_ranking_is_decided(const vp_ranking *ranking) {
  if (ranking->count == 0 || says_nothing(&ranking->items[0])) return false;
  for (size_t i = 0; i < ranking->items[0].correction_count; i++)
    if (ranking->items[0].corrections[i].cell != VP_NO_CELL &&
        !is_exact(&ranking->items[0].corrections[i]))
      return false;
  return ranking->least_left_off >= limit_of(ranking) &&
         (ranking->count == 1 || ranking->items[1].cost >= limit_of(ranking));
}

bool vp_ranking_has_decided_cells(const vp_ranking *ranking) {
  if (ranking->count == 0 || ranking->least_left_off < limit_of(ranking)) return false;
  const vp_explanation *first = &ranking->items[0];
  if (says_nothing(first)) return false;
  for (size_t i = 1; i < ranking->count && ranking->items[i].cost < limit_of(ranking); i++)
    if (!same_cells(&ranking->items[i], first->corrections, first->correction_count)) return false;
  return true;
}
