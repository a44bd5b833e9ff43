#include "track/series.h"

#include "model/figure.h"
#include "track/compare.h"

bool vp_observation_is_readable(const vp_observation *observation) {
  return vp_quantity_is_readable(observation->value);
}

bool vp_observation_is_whole(const vp_observation *observation) {
  return observation->covers.kind == VP_PERIOD_MISSING ||
         vp_period_equal(observation->covers, observation->period) ||
         vp_period_covers(observation->covers, observation->period);
}

bool vp_observation_is_partial(const vp_observation *observation) {
  return vp_period_is_known(observation->covers) && vp_period_is_known(observation->period) &&
         !vp_observation_is_whole(observation);
}

vp_quantity vp_observation_value(const vp_indicator *indicator, const vp_observation *observation) {
  return vp_indicator_complete(indicator, observation->value);
}

/* An unknown period has no days: its zeros come before any date. */
bool vp_observation_is_later(const vp_observation *a, const vp_observation *b) {
  int order = vp_date_compare(a->period.last, b->period.last);
  if (order == 0) order = vp_date_compare(a->period.first, b->period.first);
  return order == 0 ? a->base.index > b->base.index : order > 0;
}

static const vp_observation *later(const vp_observation *best, const vp_observation *other) {
  if (!vp_observation_is_readable(other)) return best;
  return best == NULL || vp_observation_is_later(other, best) ? other : best;
}

static int worth(const vp_observation *observation) {
  if (!vp_observation_is_readable(observation)) return 1;
  return vp_observation_is_whole(observation) ? 3 : 2;
}

const vp_observation *vp_series_at(const vp_indicator *indicator, vp_period period) {
  const vp_observation *best = NULL;
  for (size_t i = 0; i < indicator->observations.count; i++) {
    const vp_observation *found = VP_ITEM(vp_observation, indicator->observations, i);
    if (!vp_period_equal(found->period, period)) continue;
    if (best == NULL || worth(found) > worth(best)) best = found;
  }
  return best;
}

const vp_observation *vp_series_latest(const vp_indicator *indicator) {
  const vp_observation *latest = NULL;
  for (size_t i = 0; i < indicator->observations.count; i++)
    latest = later(latest, VP_ITEM(vp_observation, indicator->observations, i));
  return latest;
}

static bool is_before(const vp_observation *a, const vp_observation *b) {
  return vp_period_is_known(a->period) && vp_observation_is_later(b, a) &&
         !vp_period_covers(b->period, a->period) && !vp_period_covers(a->period, b->period);
}

const vp_observation *vp_series_before(const vp_indicator *indicator,
                                       const vp_observation *observation) {
  const vp_observation *latest = NULL;
  for (size_t i = 0; i < indicator->observations.count; i++) {
    const vp_observation *found = VP_ITEM(vp_observation, indicator->observations, i);
    if (is_before(found, observation)) latest = later(latest, found);
  }
  return latest;
}

const vp_observation *vp_series_until(const vp_indicator *indicator, vp_date day) {
  const vp_observation *latest = NULL;
  for (size_t i = 0; i < indicator->observations.count; i++) {
    const vp_observation *found = VP_ITEM(vp_observation, indicator->observations, i);
    if (vp_period_is_known(found->period) && vp_date_compare(found->period.last, day) < 0)
      latest = later(latest, found);
  }
  return latest;
}

bool vp_series_method_changed(const vp_indicator *indicator, const vp_observation *from,
                              const vp_observation *to) {
  for (size_t i = 0; i < indicator->observations.count; i++) {
    const vp_observation *found = VP_ITEM(vp_observation, indicator->observations, i);
    if (found->method_changed && vp_observation_is_later(found, from) &&
        !vp_observation_is_later(found, to))
      return true;
  }
  return false;
}
