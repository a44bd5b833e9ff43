/* Risk models that read well in a test. */
#ifndef TESTS_SCORE_MODELS_H
#define TESTS_SCORE_MODELS_H

#include "plans.h"

#define SCALE(LEVELS) "{'levels':[" LEVELS "]}"
#define SCALES(CONSEQUENCE, LIKELIHOOD) \
  "'scales':{'consequence':" SCALE(CONSEQUENCE) ",'likelihood':" SCALE(LIKELIHOOD) "}"
#define LEVEL(VALUE, NAME) "{'value':" #VALUE ",'name':'" NAME "'}"
#define LEVELS_2 LEVEL(1, "a") "," LEVEL(2, "b")
#define LEVELS_3 LEVELS_2 "," LEVEL(3, "c")
#define LEVELS_5 LEVELS_3 "," LEVEL(4, "d") "," LEVEL(5, "e")
#define BAND(NAME, FROM, TO) "{'name':'" NAME "','from':" #FROM ",'to':" #TO "}"

/* A plan of those members, in which ' stands for ". */
static inline vp_plan *plan_of(const char *members) {
  output json = {NULL, 0};
  output_put(&json, members);
  for (char *at = json.bytes; *at != '\0'; at++)
    if (*at == '\'') *at = '"';
  vp_plan *plan = plan_with(json.bytes);
  free(json.bytes);
  return plan;
}

static inline vp_decimal whole(int64_t number) { return (vp_decimal){number, 0}; }

#endif
