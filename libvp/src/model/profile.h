/* The elements of a profile as structs. Field by field they are described in profile_shapes.c,
 * under the same names. */
#ifndef VP_MODEL_PROFILE_H
#define VP_MODEL_PROFILE_H

#include <vp/profile.h>

#include "model/plan.h"

#define VP_PROFILE_FORMAT "vp-profile/1"

/* What becomes of one of libvp's rules, or of a family of them. */
typedef struct vp_rule_setting {
  vp_element base;
  const char *rule;
  uint8_t severity; /* 1 + vp_severity */
  bool off;
  const char *reason;
} vp_rule_setting;

/* Of the standard deviation of a rounded sum: what rounding usually stays within. */
enum { VP_SIGMAS = 3, VP_LEAST_SIGMAS = 2, VP_MOST_SIGMAS = 6 };

/* More would hide what an indicator is for. */
enum { VP_MOST_DEADBAND = 50 };

/* The product of two highest levels. */
enum { VP_MOST_RISK = 1000000 };

typedef struct vp_thresholds {
  vp_element base;
  vp_integer sum_sigmas;
  vp_quantity deadband_percent;
  vp_quantity high_risk;
} vp_thresholds;

/* Fields that each element of a selection must have. */
typedef struct vp_required_fields {
  vp_element base;
  const char *of; /* a selection of elements (selector.h), or "plan" */
  vp_texts fields;
} vp_required_fields;

/* What a field, a function, or the figure of the rule itself must be. */
typedef struct vp_condition {
  vp_element base;
  const char *field; /* a path (path.h) */
  const char *function;
  vp_texts arguments; /* paths; of the plan, figures */
  bool present;
  bool missing;
  bool holds;
  vp_texts one_of;
  vp_quantity at_least;
  vp_quantity at_most;
  vp_quantities between;
  vp_quantity equal;
} vp_condition;

typedef struct vp_stated_rule {
  vp_element base;
  const char *rule;
  const char *title;
  uint8_t severity; /* 1 + vp_severity */
  const char *of;   /* a selection of elements (selector.h), or "plan" */
  const char *count;
  vp_texts share; /* part, whole */
  vp_texts sum;
  vp_elements where;
  vp_elements must;
  const char *message;
  const char *help;
} vp_stated_rule;

/* What a board or a unit is called. */
typedef struct vp_proper_name {
  vp_element base;
  const char *name;
  vp_texts synonyms;
} vp_proper_name;

typedef struct vp_proper_names {
  vp_element base;
  vp_elements boards;
  vp_elements units;
} vp_proper_names;

struct vp_profile {
  vp_root root;
  const char *format;
  const char *title;
  const char *extends;
  uint8_t language;
  const vp_risk_model *risk_model;
  const vp_thresholds *thresholds;
  vp_elements rules;
  vp_elements required;
  const vp_proper_names *names;
  vp_elements own_rules;

  const vp_profile *extended; /* what `extends` names; NULL while it lacks */
  vp_profile *own_extended;   /* that it frees: one of libvp's own */
  vp_plan *sample;            /* has the risk model and nothing else, for the rules about it */
};

extern const vp_shape vp_profile_shape;

/* VP_ERROR_ARGUMENT while it lacks what it extends. */
vp_status vp_profile_require_whole(const vp_profile *profile, vp_error *error);

/* An error in what the profile extends, told where the profile says so. */
vp_status vp_profile_fail_extended(const vp_profile *profile, const vp_error *reason,
                                   vp_error *error);

/* The profile's risk model, or that of the profile that it extends; NULL for none. */
const vp_risk_model *vp_profile_risk_model(const vp_profile *profile);

/* The thresholds are those of the nearest profile, this or one that it extends, that has them. */

/* VP_SIGMAS, and false, when none has it. */
bool vp_profile_sigmas(int *out, const vp_profile *profile);

/* The change, in per cent of the earlier outcome, below which there is none; 0 unless a profile
 * says so. */
vp_decimal vp_profile_deadband(const vp_profile *profile);

/* The value from which a risk is high; false when no profile says. */
bool vp_profile_high_risk(vp_decimal *out, const vp_profile *profile);

/* Whether the plan is not one, but a profile's sample. */
bool vp_plan_is_sample(const vp_plan *plan);

/* The model that a plan's risks are valued by: its own, or else its profile's; NULL for none. */
const vp_risk_model *vp_plan_risk_model(const vp_plan *plan);

#endif
