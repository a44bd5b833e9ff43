#include <vp/score.h>

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "model/index.h"
#include "model/profile.h"
#include "score/band.h"
#include "score/method.h"
#include "score/number.h"

struct vp_scoring {
  const vp_plan *plan;
  vp_arena arena; /* the scoring itself lies in it too */
  vp_method method;
  vp_band_map bands;
  vp_risk_score *risks;
  const vp_risk_score **ranked;
  size_t count;
};

static const vp_element *band_of(const vp_scoring *scoring, vp_decimal value) {
  const vp_band *band = vp_band_map_find(&scoring->bands, value);
  return band != NULL ? &band->base : NULL;
}

static vp_risk_score score_of(const vp_scoring *scoring, const vp_risk *risk) {
  vp_risk_score score = {
      .risk = &risk->base,
      .consequence = vp_scale_read(&scoring->method.consequence, &risk->consequence),
      .likelihood = vp_scale_read(&scoring->method.likelihood, &risk->likelihood),
  };
  score.is_computed = score.consequence.state == VP_LEVEL_KNOWN &&
                      score.likelihood.state == VP_LEVEL_KNOWN &&
                      vp_method_score(&score.computed, &scoring->method, score.consequence.value,
                                      score.likelihood.value);
  score.is_stated = vp_number_of(&score.stated, &risk->value);
  score.is_scored = score.is_computed || score.is_stated;
  if (score.is_scored) {
    score.value = score.is_computed ? score.computed : score.stated;
    score.band = band_of(scoring, score.value);
  }
  return score;
}

static void count_controls(vp_scoring *scoring, const vp_plan *plan) {
  for (size_t i = 0; i < plan->controls.count; i++) {
    const char *id = VP_ITEM(vp_control, plan->controls, i)->risk;
    if (id == NULL) continue;
    const vp_element *found = vp_index_find(plan->index, NULL, NULL, id, strlen(id));
    if (found != NULL && strcmp(found->shape->name, "risk") == 0)
      scoring->risks[found->index].control_count++;
  }
}

static int compare_ranks(const void *a, const void *b) {
  const vp_risk_score *x = *(const vp_risk_score *const *)a;
  const vp_risk_score *y = *(const vp_risk_score *const *)b;
  if (x->is_scored != y->is_scored) return x->is_scored ? -1 : 1;
  int order = x->is_scored ? vp_decimal_compare(y->value, x->value) : 0;
  return order != 0 ? order : (x > y) - (x < y); /* they stand in the plan's order */
}

static void rank_risks(vp_scoring *scoring) {
  for (size_t i = 0; i < scoring->count; i++) scoring->ranked[i] = &scoring->risks[i];
  qsort(scoring->ranked, scoring->count, sizeof *scoring->ranked, compare_ranks);
}

static bool reserve(vp_scoring *scoring, const vp_plan *plan, const vp_functions *functions) {
  const vp_elements none = {.count = 0};
  const vp_risk_model *model = vp_plan_risk_model(plan);
  vp_arena *arena = &scoring->arena;
  scoring->count = plan->risks.count;
  scoring->risks = vp_arena_array(arena, scoring->count, sizeof *scoring->risks);
  scoring->ranked = vp_arena_array(arena, scoring->count, sizeof *scoring->ranked);
  return scoring->risks != NULL && scoring->ranked != NULL &&
         vp_method_init(&scoring->method, model, functions, arena) &&
         vp_band_map_init(&scoring->bands, model != NULL ? &model->bands : &none, arena);
}

vp_status vp_score(vp_scoring **out, const vp_plan *plan, vp_error *error) {
  return vp_score_with(out, plan, NULL, error);
}

vp_status vp_score_with(vp_scoring **out, const vp_plan *plan, const vp_functions *functions,
                        vp_error *error) {
  if (plan->index == NULL) return vp_plan_require_complete(plan, error);
  vp_arena arena;
  vp_arena_init(&arena, plan->root.arena.context);
  vp_scoring *scoring = vp_arena_alloc(&arena, sizeof *scoring);
  if (scoring == NULL) return vp_fail_memory(error);
  scoring->plan = plan;
  scoring->arena = arena;
  if (!reserve(scoring, plan, functions)) {
    vp_scoring_free(scoring);
    return vp_fail_memory(error);
  }
  for (size_t i = 0; i < scoring->count; i++)
    scoring->risks[i] = score_of(scoring, VP_ITEM(vp_risk, plan->risks, i));
  count_controls(scoring, plan);
  rank_risks(scoring);
  *out = scoring;
  return VP_OK;
}

void vp_scoring_free(vp_scoring *scoring) {
  if (scoring == NULL) return;
  vp_arena arena = scoring->arena; /* outlives the block that scoring lies in */
  vp_arena_free(&arena);
}

const vp_plan *vp_scoring_plan(const vp_scoring *scoring) { return scoring->plan; }

const vp_element *vp_scoring_model(const vp_scoring *scoring) {
  return scoring->method.model != NULL ? &scoring->method.model->base : NULL;
}

size_t vp_scoring_count(const vp_scoring *scoring) { return scoring->count; }

const vp_risk_score *vp_scoring_risk(const vp_scoring *scoring, size_t index) {
  return index < scoring->count ? &scoring->risks[index] : NULL;
}

const vp_risk_score *vp_scoring_ranked(const vp_scoring *scoring, size_t rank) {
  return rank < scoring->count ? scoring->ranked[rank] : NULL;
}

bool vp_scoring_score(vp_decimal *out, const vp_scoring *scoring, vp_decimal consequence,
                      vp_decimal likelihood) {
  return vp_method_score(out, &scoring->method, consequence, likelihood);
}

const vp_element *vp_scoring_band(const vp_scoring *scoring, vp_decimal value) {
  return band_of(scoring, value);
}
