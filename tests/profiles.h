/* Profiles for tests. */
#ifndef TESTS_PROFILES_H
#define TESTS_PROFILES_H

#include <vp/profile.h>

#include "plans.h"

/* The text of a profile of whose members, with ' for ", only those matter. The caller frees it. */
static inline char *profile_text(const char *members) {
  output whole = {NULL, 0};
  output_put(&whole, "{'format':'vp-profile/1','id':'kommunen',");
  output_put(&whole, members);
  output_put(&whole, "}");
  straighten(whole.bytes);
  return whole.bytes;
}

static inline vp_profile *profile_from(const char *text) {
  vp_profile *profile = NULL;
  vp_error error = {.message = ""};
  if (vp_profile_read(&profile, NULL, text, strlen(text), &error) != VP_OK)
    fail_msg("%u:%u: %s", (unsigned)error.line, (unsigned)error.column, error.message);
  return profile;
}

static inline vp_profile *profile_of(const char *members) {
  char *text = profile_text(members);
  vp_profile *profile = profile_from(text);
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
  char *marked = profile_text(members);
  uint32_t line, column;
  char *text = without_mark(marked, &line, &column);
  vp_profile *profile = NULL;
  vp_error error = {.message = ""};
  vp_status status = vp_profile_read(&profile, NULL, text, strlen(text), &error);
  if (status == VP_OK) fail_msg("accepted: %s", text);
  assert_string_equal(error.message, message);
  assert_int_equal(status, VP_ERROR_FORMAT);
  if (error.line != line || error.column != column)
    fail_msg("%u:%u in %s", (unsigned)error.line, (unsigned)error.column, text);
  assert_null(profile);
  free(text);
  free(marked);
}

#endif
