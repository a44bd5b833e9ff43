/* Profiles with thresholds and names, for tests: from their members, with ' for ". */
#ifndef TESTS_THRESHOLDS_H
#define TESTS_THRESHOLDS_H

#include <vp/profile.h>

#include "plans.h"

static inline char *profile_text(const char *members) {
  output whole = {NULL, 0};
  output_put(&whole, "{'format':'vp-profile/1','id':'kommunen',");
  output_put(&whole, members);
  output_put(&whole, "}");
  straighten(whole.bytes);
  return whole.bytes;
}

static inline vp_profile *profile_of(const char *members) {
  char *text = profile_text(members);
  vp_profile *profile = NULL;
  vp_error error = {.message = ""};
  if (vp_profile_read(&profile, NULL, text, strlen(text), &error) != VP_OK)
    fail_msg("%u:%u: %s", (unsigned)error.line, (unsigned)error.column, error.message);
  free(text);
  return profile;
}

/* A profile that extends another, which must outlive it. */
static inline vp_profile *profile_above(const char *members, const vp_profile *extended) {
  output all = {NULL, 0};
  output_put(&all, "'extends':'x',");
  output_put(&all, members);
  vp_profile *profile = profile_of(all.bytes);
  assert_int_equal(vp_profile_extend(profile, extended, NULL), VP_OK);
  free(all.bytes);
  return profile;
}

/* The '@' marks where the profile is refused, and why. */
static inline void profile_is_refused(const char *members, const char *message) {
  uint32_t line, column;
  char *marked = profile_text(members);
  char *text = without_mark(marked, &line, &column);
  vp_profile *profile = NULL;
  vp_error error = {.message = ""};
  assert_int_equal(vp_profile_read(&profile, NULL, text, strlen(text), &error), VP_ERROR_FORMAT);
  assert_string_equal(error.message, message);
  assert_int_equal(error.line, line);
  assert_int_equal(error.column, column);
  free(text);
  free(marked);
}

#endif
