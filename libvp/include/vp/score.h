/* What is each risk worth? The plan's risk model, or else its profile's, applied to its risks. */
#ifndef VP_SCORE_H
#define VP_SCORE_H

#include <vp/functions.h>
#include <vp/plan.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How a risk's consequence or likelihood could be read. */
typedef enum vp_level_state {
  VP_LEVEL_MISSING = 0, /* nothing is stated */
  VP_LEVEL_KNOWN,
  VP_LEVEL_UNREADABLE, /* text that is neither a number nor a level's name or synonym */
  VP_LEVEL_OFF_SCALE   /* a number that is no level of a scale that has levels */
} vp_level_state;

typedef struct vp_level_reading {
  vp_level_state state;
  vp_decimal value; /* KNOWN, OFF_SCALE */
  const char *name; /* the level's name; NULL when the scale has no such level */
} vp_level_reading;

/* One risk. Made by libvp, read through pointers; may grow at its end. */
typedef struct vp_risk_score {
  const vp_element *risk;
  vp_level_reading consequence;
  vp_level_reading likelihood;
  bool is_computed; /* both levels are known and the model could score them */
  vp_decimal computed;
  bool is_stated; /* the plan prints a readable value */
  vp_decimal stated;
  bool is_scored; /* value is the computed value, or else the stated one */
  vp_decimal value;
  const vp_element *band; /* that the value lies in; NULL for none */
  size_t control_count;   /* controls that point at the risk */
} vp_risk_score;

typedef struct vp_scoring vp_scoring;

/* The plan must outlive the result. Without a risk model, or when its score is a function, nothing
 * is computed; stated values count. */
VP_API vp_status vp_score(vp_scoring **out, const vp_plan *plan, vp_error *error);

/* The same with functions, which must outlive the result and may be NULL. A model's function is
 * called with the values of the consequence and the likelihood. It computes the risk value when it
 * takes two numbers (f64, i64, i32 or u64) and gives one: a whole number as it is, another f64 to
 * fifteen significant digits, so that 0.1 + 0.2 is 0.3. Nothing is computed for a risk where a
 * level does not fit its argument's type, where the function fails or gives no value, or where that
 * does not fit a vp_decimal. */
VP_API vp_status vp_score_with(vp_scoring **out, const vp_plan *plan, const vp_functions *functions,
                               vp_error *error);
VP_API void vp_scoring_free(vp_scoring *scoring); /* NULL is allowed */

VP_API const vp_plan *vp_scoring_plan(const vp_scoring *scoring);

/* The risk model that it is scored by: the plan's own, or else its profile's; NULL for none. */
VP_API const vp_element *vp_scoring_model(const vp_scoring *scoring);

VP_API size_t vp_scoring_count(const vp_scoring *scoring);

/* By the order of the plan, and by rank: highest value first, unscored last, equal ones in the
 * plan's order. */
VP_API const vp_risk_score *vp_scoring_risk(const vp_scoring *scoring, size_t index);
VP_API const vp_risk_score *vp_scoring_ranked(const vp_scoring *scoring, size_t rank);

/* The score that the model gives two levels' values; false when it gives none. */
VP_API bool vp_scoring_score(vp_decimal *out, const vp_scoring *scoring, vp_decimal consequence,
                             vp_decimal likelihood);

/* The band of a value: the first that holds it; NULL for none. */
VP_API const vp_element *vp_scoring_band(const vp_scoring *scoring, vp_decimal value);

#ifdef __cplusplus
}
#endif

#endif
