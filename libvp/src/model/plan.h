/* The elements of a plan as structs. Field by field they are described in plan_shapes.c, under the
 * same names. */
#ifndef VP_MODEL_PLAN_H
#define VP_MODEL_PLAN_H

#include "model/root.h"

#define VP_PLAN_FORMAT "vp-plan/1"

typedef struct vp_source {
  vp_element base;
  const char *document;
  vp_integer page;
  const char *section;
  const char *note;
} vp_source;

typedef struct vp_organisation {
  vp_element base;
  const char *municipality;
  const char *code; /* of the municipality, Statistics Sweden's four digits */
  const char *board;
} vp_organisation;

typedef struct vp_operating_unit {
  vp_element base;
  const char *name;
  const char *part_of;
} vp_operating_unit;

typedef struct vp_objective {
  vp_element base;
  const char *title;
  const char *responsible;
  vp_texts indicators;
} vp_objective;

typedef struct vp_goal {
  vp_element base;
  const char *title;
  uint8_t set_by;
  const char *responsible;
  vp_texts indicators;
  vp_elements objectives;
} vp_goal;

typedef struct vp_position {
  vp_element base;
  const char *title;
  const char *description;
  vp_texts responsible;
  vp_texts indicators;
} vp_position;

typedef struct vp_focus_area {
  vp_element base;
  const char *title;
  const char *target_picture;
  vp_integer global_goal; /* of Agenda 2030 */
  uint8_t set_by;
  vp_texts indicators;
  vp_elements goals;
  vp_elements positions;
} vp_focus_area;

typedef struct vp_assignment {
  vp_element base;
  const char *title;
  uint8_t set_by;
  const char *responsible;
  vp_period due;
  vp_texts indicators;
} vp_assignment;

typedef struct vp_observation {
  vp_element base;
  vp_period period;
  vp_quantity value;
  vp_quantity women;
  vp_quantity men;
  vp_period covers; /* where it differs from the period */
  bool method_changed;
} vp_observation;

typedef enum vp_trend { VP_TREND_NONE, VP_TREND_INCREASE, VP_TREND_DECREASE } vp_trend;

typedef struct vp_target {
  vp_element base;
  const char *text;
  vp_period period;
  vp_quantity at_least;
  vp_quantity at_most;
  vp_quantities between;
  vp_quantity equal;
  const char *function;
  vp_period increase_from;
  vp_period decrease_from;
  uint8_t trend; /* vp_trend */
  bool follow;
  vp_quantity by;
  vp_quantity by_percent;
} vp_target;

typedef enum vp_direction {
  VP_DIRECTION_NONE,
  VP_DIRECTION_HIGHER,
  VP_DIRECTION_LOWER
} vp_direction;

typedef struct vp_indicator {
  vp_element base;
  const char *name;
  const char *unit;
  vp_integer decimals;
  uint8_t direction;  /* vp_direction: which way is better */
  const char *kolada; /* the measure's id in Kolada */
  vp_quantity minimum;
  vp_quantity maximum;
  vp_elements observations;
  const vp_target *target;
} vp_indicator;

typedef struct vp_frame_amount {
  vp_element base;
  vp_period period;
  vp_quantity amount;
} vp_frame_amount;

typedef struct vp_change {
  vp_element base;
  const char *label;
  vp_quantity amount;
} vp_change;

typedef struct vp_frame {
  vp_element base;
  uint8_t rounding;
  const vp_frame_amount *opening;
  vp_elements changes;
  const vp_frame_amount *closing;
} vp_frame;

typedef struct vp_column {
  vp_element base;
  const char *label;
  vp_period period;
  vp_texts sum_of;
} vp_column;

typedef struct vp_row {
  vp_element base;
  const char *label;
  vp_quantities values;
  vp_texts sum_of;
  bool not_negative;
} vp_row;

typedef struct vp_table {
  vp_element base;
  const char *title;
  const char *unit;
  vp_integer decimals;
  uint8_t rounding;
  bool not_negative; /* except in rows and columns that subtract */
  vp_elements columns;
  vp_elements rows;
  vp_quantities total;
} vp_table;

typedef struct vp_tie {
  vp_element base;
  const char *label;
  vp_texts sum;
  vp_texts equal;
  const char *at_most;
} vp_tie;

typedef struct vp_budget {
  vp_element base;
  const char *unit;
  vp_integer decimals;
  uint8_t rounding; /* 0: not stated; else 1 + vp_rounding, as in every rounding field */
  const vp_frame *frame;
  vp_elements tables;
  vp_elements ties;
  vp_texts trusted; /* figures that are known to be right */
} vp_budget;

typedef struct vp_level {
  vp_element base;
  vp_integer value;
  const char *name;
  vp_texts synonyms;
} vp_level;

typedef struct vp_scale {
  vp_element base;
  const char *name;
  vp_elements levels;
} vp_scale;

typedef struct vp_scales {
  vp_element base;
  const vp_scale *consequence;
  const vp_scale *likelihood;
} vp_scales;

typedef enum vp_score_method {
  VP_SCORE_NONE,
  VP_SCORE_PRODUCT,
  VP_SCORE_SUM,
  VP_SCORE_GRID,
  VP_SCORE_FUNCTION
} vp_score_method;

typedef struct vp_grid_row {
  vp_element base;
  vp_integer consequence; /* the level's value */
  vp_quantities values;   /* one for each level of likelihood */
} vp_grid_row;

typedef enum vp_requirement {
  VP_REQUIRES_OWNER = 1,
  VP_REQUIRES_DECISION_BASIS,
  VP_REQUIRES_DUE,
  VP_REQUIRES_FOLLOW_UP
} vp_requirement;

typedef struct vp_band {
  vp_element base;
  const char *name;
  vp_quantity from; /* both ends belong to the band */
  vp_quantity to;
  uint8_t colour;
  const char *action;
  vp_choices requires;
} vp_band;

typedef struct vp_risk_model {
  vp_element base;
  const char *name;
  const vp_scales *scales;
  uint8_t score; /* vp_score_method */
  const char *function;
  vp_elements grid;
  vp_elements bands;
} vp_risk_model;

typedef struct vp_risk {
  vp_element base;
  const char *title;
  const char *description;
  const char *comment;
  vp_quantity consequence;
  vp_quantity likelihood;
  vp_quantity value;
  const char *owner;
  const char *decision_basis;
  vp_period due;
  vp_period follow_up;
} vp_risk;

typedef struct vp_control {
  vp_element base;
  const char *risk;
  const char *what;
  const char *responsible;
  const char *method;
  vp_period report_by;
} vp_control;

typedef struct vp_control_point {
  vp_element base;
  const char *title;
  const char *what;
} vp_control_point;

typedef struct vp_sub_goal {
  vp_element base;
  const char *title;
  uint8_t role;
} vp_sub_goal;

typedef struct vp_shared_plan {
  vp_element base;
  const char *title;
  vp_period period;
  vp_elements sub_goals;
} vp_shared_plan;

typedef struct vp_event {
  vp_element base;
  const char *title;
  const char *by;
  vp_period date;
  const char *weekday;
  vp_period decided;
  vp_period in_force;
} vp_event;

typedef struct vp_claim {
  vp_element base;
  const char *text;
  vp_texts share; /* part, whole */
  const char *count;
  vp_texts change; /* from, to */
  const char *equal;
  vp_quantity says;
} vp_claim;

typedef struct vp_plan_acceptance {
  vp_element base;
  const char *rule;
  const char *element; /* a scope */
  const char *fingerprint;
  const char *reason;
  vp_period until; /* its last day belongs to it */
} vp_plan_acceptance;

struct vp_plan {
  vp_root root;
  const char *format;
  const char *title;
  uint8_t language;
  const vp_organisation *organisation;
  vp_period period;
  uint8_t status;
  vp_elements units;
  vp_elements focus_areas;
  vp_elements assignments;
  vp_elements shared_plans;
  vp_elements indicators;
  const vp_budget *budget;
  const vp_risk_model *risk_model;
  vp_elements risks;
  vp_elements controls;
  vp_elements control_points;
  vp_elements events;
  vp_elements claims;
  vp_elements accepted; /* findings that are known and may stay */

  struct vp_index *index;
  const struct vp_profile *profile; /* that it is valued and checked by, or NULL */
};

/* Files of other kinds have sources and risk models too. */
extern const vp_shape vp_plan_shape, vp_source_shape, vp_risk_model_shape;

/* An empty plan; NULL when memory is out. */
vp_plan *vp_plan_alloc(const vp_context *context);

/* VP_ERROR_ARGUMENT for a plan that was changed and not completed: it has no index. */
vp_status vp_plan_require_complete(const vp_plan *plan, vp_error *error);

#endif
