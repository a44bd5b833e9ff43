/* The profile format, kind by kind. The order of the fields is that of the schema. */
#include "model/fields.h"
#include "model/profile.h"

static const char *const languages[] = {"sv", "en", NULL};
static const char *const severities[] = {"note", "warning", "error", NULL};

static const vp_field rule_setting_fields[] = {
    TEXT(vp_rule_setting, rule, REQUIRED),
    CHOICE(vp_rule_setting, severity, ONE_OF, severities),
    FIELD(vp_rule_setting, off, FLAG, ONE_OF, .needs = "reason"),
    TEXT(vp_rule_setting, reason, 0),
    SOURCE,
};
DEFINE_SHAPE(rule_setting, vp_rule_setting);

static const vp_field thresholds_fields[] = {
    INTEGER(vp_thresholds, sum_sigmas, 0, VP_LEAST_SIGMAS, VP_MOST_SIGMAS),
    NUMBER(vp_thresholds, deadband_percent, 0, 0, VP_MOST_DEADBAND),
    NUMBER(vp_thresholds, high_risk, 0, 0, VP_MOST_RISK),
    SOURCE,
};
DEFINE_SHAPE(thresholds, vp_thresholds);

static const vp_field requirement_fields[] = {
    TEXT(vp_required_fields, of, REQUIRED),
    TEXTS(vp_required_fields, fields, REQUIRED),
    SOURCE,
};
DEFINE_SHAPE(requirement, vp_required_fields);

static const vp_field condition_fields[] = {
    TEXT(vp_condition, field, 0),
    FIELD(vp_condition, function, TEXT, 0, .needs = "arguments"),
    FIELD(vp_condition, arguments, TEXTS, 0, .needs = "function"),
    FLAG(vp_condition, present, ONE_OF),
    FLAG(vp_condition, missing, ONE_OF),
    FLAG(vp_condition, holds, ONE_OF),
    TEXTS(vp_condition, one_of, ONE_OF),
    QUANTITY(vp_condition, at_least, ONE_OF),
    QUANTITY(vp_condition, at_most, ONE_OF),
    QUANTITIES(vp_condition, between, ONE_OF, 2, 2),
    QUANTITY(vp_condition, equal, ONE_OF),
    SOURCE,
};
DEFINE_SHAPE(condition, vp_condition);

static const vp_field own_rule_fields[] = {
    TEXT(vp_stated_rule, rule, REQUIRED),
    TEXT(vp_stated_rule, title, REQUIRED),
    CHOICE(vp_stated_rule, severity, REQUIRED, severities),
    TEXT(vp_stated_rule, of, ONE_OF),
    TEXT(vp_stated_rule, count, ONE_OF),
    REFERENCES(vp_stated_rule, share, ONE_OF | FIGURE, 2, 2),
    REFERENCES(vp_stated_rule, sum, ONE_OF | FIGURE, 1, 0),
    FIELD(vp_stated_rule, where, LIST, 0, .shape = &condition_shape, .needs = "of"),
    LIST(vp_stated_rule, must, REQUIRED, condition_shape),
    TEXT(vp_stated_rule, message, 0),
    TEXT(vp_stated_rule, help, 0),
    SOURCE,
};
DEFINE_SHAPE(own_rule, vp_stated_rule);

static const vp_field proper_name_fields[] = {
    TEXT(vp_proper_name, name, REQUIRED),
    TEXTS(vp_proper_name, synonyms, 0),
    SOURCE,
};
DEFINE_SHAPE(proper_name, vp_proper_name);

static const vp_field names_fields[] = {
    LIST(vp_proper_names, boards, 0, proper_name_shape),
    LIST(vp_proper_names, units, 0, proper_name_shape),
    SOURCE,
};
DEFINE_SHAPE(names, vp_proper_names);

static const vp_field profile_fields[] = {
    TEXT(vp_profile, format, REQUIRED),
    ID(REQUIRED),
    TEXT(vp_profile, title, 0),
    TEXT(vp_profile, extends, 0),
    CHOICE(vp_profile, language, 0, languages),
    SOURCE,
    OBJECT(vp_profile, risk_model, 0, vp_risk_model_shape),
    OBJECT(vp_profile, thresholds, 0, thresholds_shape),
    LIST(vp_profile, rules, 0, rule_setting_shape),
    LIST(vp_profile, required, 0, requirement_shape),
    OBJECT(vp_profile, names, 0, names_shape),
    LIST(vp_profile, own_rules, 0, own_rule_shape),
};
const vp_shape vp_profile_shape = SHAPE(profile, vp_profile);
