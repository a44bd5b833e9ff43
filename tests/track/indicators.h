/* Indicators for tests, from JSON with ' in place of ". */
#ifndef TESTS_TRACK_INDICATORS_H
#define TESTS_TRACK_INDICATORS_H

#include "model/plan.h"
#include "plans.h"

/* A plan with one indicator that has these members. */
static inline vp_plan *plan_of(const char *members) {
  output json = {NULL, 0};
  output_put(&json, "'indicators':[{'id':'i','name':'I',");
  output_put(&json, members);
  output_put(&json, "}]");
  for (size_t i = 0; i < json.length; i++)
    if (json.bytes[i] == '\'') json.bytes[i] = '"';
  vp_plan *plan = plan_with(json.bytes);
  free(json.bytes);
  return plan;
}

static inline const vp_indicator *indicator_of(const vp_plan *plan) {
  return VP_ITEM(vp_indicator, plan->indicators, 0);
}

static inline const vp_observation *observation_of(const vp_plan *plan, size_t index) {
  return VP_ITEM(vp_observation, indicator_of(plan)->observations, index);
}

#endif
