/* The plan format, kind by kind. The order of the fields is the order in which they are written. */
#include "model/fields.h"
#include "model/plan.h"

static const char *const languages[] = {"sv", "en", NULL};
static const char *const statuses[] = {"draft", "proposed", "adopted", "followed_up", NULL};
static const char *const setters[] = {"council", "board", "unit", "other", NULL};
static const char *const directions[] = {"higher", "lower", NULL};
static const char *const trends[] = {"increase", "decrease", NULL};
static const char *const roundings[] = {"rounded", "truncated", "adjusted", "exact", NULL};
static const char *const scores[] = {"product", "sum", "grid", "function", NULL};
static const char *const colours[] = {"green", "yellow", "orange", "red", NULL};
static const char *const requirements[] = {"owner", "decision_basis", "due", "follow_up", NULL};
static const char *const roles[] = {"main", "partly", NULL};

enum { MAX_DECIMALS = 9, MAX_PAGE = 99999, MAX_LEVEL = 1000, GLOBAL_GOALS = 17 };

static const vp_field source_fields[] = {
    TEXT(vp_source, document, 0),
    INTEGER(vp_source, page, 0, 1, MAX_PAGE),
    TEXT(vp_source, section, 0),
    TEXT(vp_source, note, 0),
};
const vp_shape vp_source_shape = SHAPE(source, vp_source);

static const vp_field organisation_fields[] = {
    TEXT(vp_organisation, municipality, REQUIRED),
    TEXT(vp_organisation, code, 0),
    TEXT(vp_organisation, board, 0),
    SOURCE,
};
DEFINE_SHAPE(organisation, vp_organisation);

static const vp_field unit_fields[] = {
    ID(REQUIRED),
    TEXT(vp_operating_unit, name, REQUIRED),
    REFERENCE(vp_operating_unit, part_of, 0),
    SOURCE,
};
DEFINE_SHAPE(unit, vp_operating_unit);

static const vp_field objective_fields[] = {
    ID(REQUIRED),
    TEXT(vp_objective, title, REQUIRED),
    TEXT(vp_objective, responsible, 0),
    REFERENCES(vp_objective, indicators, 0, 0, 0),
    SOURCE,
};
DEFINE_SHAPE(objective, vp_objective);

static const vp_field goal_fields[] = {
    ID(REQUIRED),
    TEXT(vp_goal, title, REQUIRED),
    CHOICE(vp_goal, set_by, 0, setters),
    TEXT(vp_goal, responsible, 0),
    REFERENCES(vp_goal, indicators, 0, 0, 0),
    LIST(vp_goal, objectives, 0, objective_shape),
    SOURCE,
};
DEFINE_SHAPE(goal, vp_goal);

static const vp_field position_fields[] = {
    ID(REQUIRED),
    TEXT(vp_position, title, REQUIRED),
    TEXT(vp_position, description, 0),
    TEXTS(vp_position, responsible, 0),
    REFERENCES(vp_position, indicators, 0, 0, 0),
    SOURCE,
};
DEFINE_SHAPE(position, vp_position);

static const vp_field focus_area_fields[] = {
    ID(REQUIRED),
    TEXT(vp_focus_area, title, REQUIRED),
    TEXT(vp_focus_area, target_picture, 0),
    INTEGER(vp_focus_area, global_goal, 0, 1, GLOBAL_GOALS),
    CHOICE(vp_focus_area, set_by, 0, setters),
    REFERENCES(vp_focus_area, indicators, 0, 0, 0),
    LIST(vp_focus_area, goals, 0, goal_shape),
    LIST(vp_focus_area, positions, 0, position_shape),
    SOURCE,
};
DEFINE_SHAPE(focus_area, vp_focus_area);

static const vp_field assignment_fields[] = {
    ID(REQUIRED),
    TEXT(vp_assignment, title, REQUIRED),
    CHOICE(vp_assignment, set_by, 0, setters),
    TEXT(vp_assignment, responsible, 0),
    PERIOD(vp_assignment, due, 0),
    REFERENCES(vp_assignment, indicators, 0, 0, 0),
    SOURCE,
};
DEFINE_SHAPE(assignment, vp_assignment);

static const vp_field sub_goal_fields[] = {
    ID(REQUIRED),
    TEXT(vp_sub_goal, title, REQUIRED),
    CHOICE(vp_sub_goal, role, 0, roles),
    SOURCE,
};
DEFINE_SHAPE(sub_goal, vp_sub_goal);

static const vp_field shared_plan_fields[] = {
    ID(REQUIRED),
    TEXT(vp_shared_plan, title, REQUIRED),
    PERIOD(vp_shared_plan, period, 0),
    LIST(vp_shared_plan, sub_goals, 0, sub_goal_shape),
    SOURCE,
};
DEFINE_SHAPE(shared_plan, vp_shared_plan);

static const vp_field observation_fields[] = {
    PERIOD(vp_observation, period, REQUIRED),
    QUANTITY(vp_observation, value, 0),
    QUANTITY(vp_observation, women, 0),
    QUANTITY(vp_observation, men, 0),
    PERIOD(vp_observation, covers, 0),
    FLAG(vp_observation, method_changed, 0),
    SOURCE,
};
DEFINE_SHAPE(observation, vp_observation);

static const vp_field target_fields[] = {
    TEXT(vp_target, text, 0),
    PERIOD(vp_target, period, 0),
    QUANTITY(vp_target, at_least, ONE_OF),
    QUANTITY(vp_target, at_most, ONE_OF),
    QUANTITIES(vp_target, between, ONE_OF, 2, 2),
    QUANTITY(vp_target, equal, ONE_OF),
    TEXT(vp_target, function, ONE_OF),
    PERIOD(vp_target, increase_from, ONE_OF),
    PERIOD(vp_target, decrease_from, ONE_OF),
    CHOICE(vp_target, trend, ONE_OF, trends),
    FLAG(vp_target, follow, ONE_OF),
    QUANTITY(vp_target, by, 0),
    QUANTITY(vp_target, by_percent, 0),
    SOURCE,
};
DEFINE_SHAPE(target, vp_target);

static const vp_field indicator_fields[] = {
    ID(REQUIRED),
    TEXT(vp_indicator, name, REQUIRED),
    TEXT(vp_indicator, unit, 0),
    INTEGER(vp_indicator, decimals, 0, 0, MAX_DECIMALS),
    CHOICE(vp_indicator, direction, 0, directions),
    TEXT(vp_indicator, kolada, 0),
    QUANTITY(vp_indicator, minimum, 0),
    QUANTITY(vp_indicator, maximum, 0),
    LIST(vp_indicator, observations, 0, observation_shape),
    OBJECT(vp_indicator, target, 0, target_shape),
    SOURCE,
};
DEFINE_SHAPE(indicator, vp_indicator);

static const vp_field frame_amount_fields[] = {
    PERIOD(vp_frame_amount, period, 0),
    QUANTITY(vp_frame_amount, amount, REQUIRED),
    SOURCE,
};
DEFINE_SHAPE(frame_amount, vp_frame_amount);

static const vp_field change_fields[] = {
    ID(REQUIRED),
    TEXT(vp_change, label, REQUIRED),
    QUANTITY(vp_change, amount, REQUIRED),
    SOURCE,
};
DEFINE_SHAPE(change, vp_change);

static const vp_field frame_fields[] = {
    CHOICE(vp_frame, rounding, 0, roundings),
    OBJECT(vp_frame, opening, REQUIRED, frame_amount_shape),
    LIST(vp_frame, changes, 0, change_shape),
    OBJECT(vp_frame, closing, REQUIRED, frame_amount_shape),
    SOURCE,
};
DEFINE_SHAPE(frame, vp_frame);

static const vp_field column_fields[] = {
    ID(REQUIRED),
    TEXT(vp_column, label, 0),
    PERIOD(vp_column, period, 0),
    REFERENCES(vp_column, sum_of, LOCAL, 1, 0),
    SOURCE,
};
static const vp_shape column_shape = {
    .name = "column",
    .size = sizeof(vp_column),
    .fields = column_fields,
    .field_count = sizeof column_fields / sizeof *column_fields,
    .shorthand = true,
};

static const vp_field row_fields[] = {
    ID(REQUIRED),
    TEXT(vp_row, label, REQUIRED),
    QUANTITIES(vp_row, values, REQUIRED, 0, 0),
    REFERENCES(vp_row, sum_of, LOCAL, 1, 0),
    FLAG(vp_row, not_negative, 0),
    SOURCE,
};
DEFINE_SHAPE(row, vp_row);

static const vp_field table_fields[] = {
    ID(REQUIRED),
    TEXT(vp_table, title, 0),
    TEXT(vp_table, unit, 0),
    INTEGER(vp_table, decimals, 0, 0, MAX_DECIMALS),
    CHOICE(vp_table, rounding, 0, roundings),
    FLAG(vp_table, not_negative, 0),
    LIST(vp_table, columns, REQUIRED | LOCAL, column_shape),
    LIST(vp_table, rows, REQUIRED | LOCAL, row_shape),
    QUANTITIES(vp_table, total, 0, 0, 0),
    SOURCE,
};
DEFINE_SHAPE(table, vp_table);

static const vp_field tie_fields[] = {
    ID(0),
    TEXT(vp_tie, label, 0),
    REFERENCES(vp_tie, sum, FIGURE, 1, 0),
    REFERENCES(vp_tie, equal, ONE_OF | FIGURE, 1, 0),
    FIELD(vp_tie, at_most, REFERENCE, ONE_OF | FIGURE | UNSIGNED, .needs = "sum"),
    SOURCE,
};
DEFINE_SHAPE(tie, vp_tie);

static const vp_field budget_fields[] = {
    TEXT(vp_budget, unit, 0),
    INTEGER(vp_budget, decimals, 0, 0, MAX_DECIMALS),
    CHOICE(vp_budget, rounding, 0, roundings),
    OBJECT(vp_budget, frame, 0, frame_shape),
    LIST(vp_budget, tables, 0, table_shape),
    LIST(vp_budget, ties, 0, tie_shape),
    REFERENCES(vp_budget, trusted, FIGURE | UNSIGNED | BLOCK, 0, 0),
    SOURCE,
};
DEFINE_SHAPE(budget, vp_budget);

static const vp_field level_fields[] = {
    INTEGER(vp_level, value, REQUIRED, 0, MAX_LEVEL),
    TEXT(vp_level, name, REQUIRED),
    TEXTS(vp_level, synonyms, 0),
    SOURCE,
};
DEFINE_SHAPE(level, vp_level);

static const vp_field scale_fields[] = {
    TEXT(vp_scale, name, 0),
    LIST(vp_scale, levels, 0, level_shape),
    SOURCE,
};
DEFINE_SHAPE(scale, vp_scale);

static const vp_field scales_fields[] = {
    OBJECT(vp_scales, consequence, REQUIRED, scale_shape),
    OBJECT(vp_scales, likelihood, REQUIRED, scale_shape),
    SOURCE,
};
DEFINE_SHAPE(scales, vp_scales);

static const vp_field grid_row_fields[] = {
    INTEGER(vp_grid_row, consequence, REQUIRED, 0, MAX_LEVEL),
    QUANTITIES(vp_grid_row, values, REQUIRED, 1, 0),
    SOURCE,
};
DEFINE_SHAPE(grid_row, vp_grid_row);

static const vp_field band_fields[] = {
    ID(0),
    TEXT(vp_band, name, REQUIRED),
    QUANTITY(vp_band, from, REQUIRED),
    QUANTITY(vp_band, to, REQUIRED),
    CHOICE(vp_band, colour, 0, colours),
    TEXT(vp_band, action, 0),
    CHOICES(vp_band, requires, 0, requirements),
    SOURCE,
};
DEFINE_SHAPE(band, vp_band);

static const vp_field risk_model_fields[] = {
    TEXT(vp_risk_model, name, 0),
    OBJECT(vp_risk_model, scales, 0, scales_shape),
    CHOICE(vp_risk_model, score, REQUIRED, scores),
    TEXT(vp_risk_model, function, 0),
    LIST(vp_risk_model, grid, 0, grid_row_shape),
    LIST(vp_risk_model, bands, 0, band_shape),
    SOURCE,
};
const vp_shape vp_risk_model_shape = SHAPE(risk_model, vp_risk_model);

static const vp_field risk_fields[] = {
    ID(REQUIRED),
    TEXT(vp_risk, title, REQUIRED),
    TEXT(vp_risk, description, 0),
    TEXT(vp_risk, comment, 0),
    QUANTITY(vp_risk, consequence, 0),
    QUANTITY(vp_risk, likelihood, 0),
    QUANTITY(vp_risk, value, 0),
    TEXT(vp_risk, owner, 0),
    TEXT(vp_risk, decision_basis, 0),
    PERIOD(vp_risk, due, 0),
    PERIOD(vp_risk, follow_up, 0),
    SOURCE,
};
DEFINE_SHAPE(risk, vp_risk);

static const vp_field control_fields[] = {
    ID(REQUIRED),
    REFERENCE(vp_control, risk, 0),
    TEXT(vp_control, what, REQUIRED),
    TEXT(vp_control, responsible, 0),
    TEXT(vp_control, method, 0),
    PERIOD(vp_control, report_by, 0),
    SOURCE,
};
DEFINE_SHAPE(control, vp_control);

static const vp_field control_point_fields[] = {
    ID(REQUIRED),
    TEXT(vp_control_point, title, REQUIRED),
    TEXT(vp_control_point, what, 0),
    SOURCE,
};
DEFINE_SHAPE(control_point, vp_control_point);

static const vp_field event_fields[] = {
    ID(REQUIRED),
    TEXT(vp_event, title, REQUIRED),
    TEXT(vp_event, by, 0),
    PERIOD(vp_event, date, 0),
    TEXT(vp_event, weekday, 0),
    PERIOD(vp_event, decided, 0),
    PERIOD(vp_event, in_force, 0),
    SOURCE,
};
DEFINE_SHAPE(event, vp_event);

static const vp_field claim_fields[] = {
    ID(0),
    TEXT(vp_claim, text, REQUIRED),
    REFERENCES(vp_claim, share, ONE_OF | FIGURE, 2, 2),
    TEXT(vp_claim, count, ONE_OF),
    REFERENCES(vp_claim, change, ONE_OF | FIGURE, 2, 2),
    REFERENCE(vp_claim, equal, ONE_OF | FIGURE),
    QUANTITY(vp_claim, says, REQUIRED),
    SOURCE,
};
DEFINE_SHAPE(claim, vp_claim);

static const vp_field acceptance_fields[] = {
    TEXT(vp_plan_acceptance, rule, REQUIRED),
    REFERENCE(vp_plan_acceptance, element, ONE_OF | SCOPE),
    TEXT(vp_plan_acceptance, fingerprint, ONE_OF),
    TEXT(vp_plan_acceptance, reason, REQUIRED | FILLED),
    PERIOD(vp_plan_acceptance, until, 0),
    SOURCE,
};
DEFINE_SHAPE(acceptance, vp_plan_acceptance);

static const vp_field plan_fields[] = {
    TEXT(vp_plan, format, REQUIRED),
    ID(REQUIRED),
    TEXT(vp_plan, title, REQUIRED),
    CHOICE(vp_plan, language, 0, languages),
    OBJECT(vp_plan, organisation, 0, organisation_shape),
    PERIOD(vp_plan, period, REQUIRED),
    CHOICE(vp_plan, status, 0, statuses),
    SOURCE,
    LIST(vp_plan, units, 0, unit_shape),
    LIST(vp_plan, focus_areas, 0, focus_area_shape),
    LIST(vp_plan, assignments, 0, assignment_shape),
    LIST(vp_plan, shared_plans, 0, shared_plan_shape),
    LIST(vp_plan, indicators, 0, indicator_shape),
    OBJECT(vp_plan, budget, 0, budget_shape),
    OBJECT(vp_plan, risk_model, 0, vp_risk_model_shape),
    LIST(vp_plan, risks, 0, risk_shape),
    LIST(vp_plan, controls, 0, control_shape),
    LIST(vp_plan, control_points, 0, control_point_shape),
    LIST(vp_plan, events, 0, event_shape),
    LIST(vp_plan, claims, 0, claim_shape),
    LIST(vp_plan, accepted, 0, acceptance_shape),
};
const vp_shape vp_plan_shape = SHAPE(plan, vp_plan);
