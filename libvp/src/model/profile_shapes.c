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
};
const vp_shape vp_profile_shape = SHAPE(profile, vp_profile);
