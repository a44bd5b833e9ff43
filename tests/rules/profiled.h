/* What the rules say of small plans that are checked by a profile. */
#ifndef TESTS_RULES_PROFILED_H
#define TESTS_RULES_PROFILED_H

#include "../profiles.h"
#include "checks.h"

/* As finds and details in checks.h. */
static inline void finds_with(const vp_profile *profile, const char *members, const char *wanted) {
  vp_plan *plan = plan_with(members);
  assert_int_equal(vp_plan_use_profile(plan, profile, NULL), VP_OK);
  vp_report *swedish = checked_in(plan, VP_LANGUAGE_SV);
  vp_report *english = checked_in(plan, VP_LANGUAGE_EN);
  output found = finding_lines(swedish);
  is_wanted(members, found.bytes, wanted);
  are_well_said(swedish, english);
  free(found.bytes);
  vp_report_free(english);
  vp_report_free(swedish);
  vp_plan_free(plan);
}

static inline void details_with(const vp_profile *profile, const char *members,
                                vp_language language, const char *wanted) {
  vp_plan *plan = plan_with(members);
  assert_int_equal(vp_plan_use_profile(plan, profile, NULL), VP_OK);
  vp_report *report = checked_in(plan, language);
  output found = detail_lines(report);
  is_wanted(members, found.bytes, wanted);
  free(found.bytes);
  vp_report_free(report);
  vp_plan_free(plan);
}

#endif
