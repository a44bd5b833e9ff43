#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../profiles.h"
#include "checks.h"

/* An example: a plan, for some rules with a profile, or a profile alone. */
typedef struct example {
  vp_plan *plan;
  vp_profile *profile;
} example;

static example example_of(const vp_rule *rule, bool fires) {
  const char *text = vp_rule_example(rule, fires), *profile = vp_rule_example_profile(rule);
  if (strncmp(vp_rule_id(rule), "profile/", strlen("profile/")) == 0)
    return (example){NULL, profile_from(text)};
  example read = {plan_from(text), *profile != '\0' ? profile_from(profile) : NULL};
  assert_int_equal(vp_plan_use_profile(read.plan, read.profile, NULL), VP_OK);
  return read;
}

static vp_report *check_example(example read, vp_language language) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  options.language = language;
  options.as_of = vp_rule_example_date();
  if (read.plan != NULL) return checked(read.plan, &options);
  vp_report *report = NULL;
  assert_int_equal(vp_profile_check(&report, read.profile, &options, NULL), VP_OK);
  return report;
}

static void free_example(example read) {
  vp_plan_free(read.plan);
  vp_profile_free(read.profile);
}

static void a_page_fires_its_own_rule_and_no_other(void **state) {
  (void)state;
  for (size_t i = 0; i < vp_rule_count(); i++) {
    const vp_rule *rule = vp_rule_at(i);
    const example read = example_of(rule, true);
    vp_report *swedish = check_example(read, VP_LANGUAGE_SV);
    vp_report *english = check_example(read, VP_LANGUAGE_EN);
    const vp_rule_result *result = vp_report_rule(swedish, i);
    size_t count = vp_report_finding_count(swedish);
    output found = finding_lines(swedish);
    if (count == 0 || result->failed != count || result->applied == 0)
      fail_msg("%s finds\n%s", vp_rule_id(rule), found.bytes);
    assert_int_equal(vp_report_severity_count(swedish, vp_rule_severity(rule)), count);
    are_well_said(swedish, english);
    free(found.bytes);
    vp_report_free(english);
    vp_report_free(swedish);
    free_example(read);
  }
}

static void a_page_put_right_is_quiet(void **state) {
  (void)state;
  for (size_t i = 0; i < vp_rule_count(); i++) {
    const vp_rule *rule = vp_rule_at(i);
    const example read = example_of(rule, false);
    vp_report *report = check_example(read, VP_LANGUAGE_SV);
    output found = finding_lines(report);
    if (found.length > 0) fail_msg("%s finds\n%s", vp_rule_id(rule), found.bytes);
    free(found.bytes);
    vp_report_free(report);
    free_example(read);
  }
}

static size_t count_words(const char *text) {
  size_t count = 0;
  for (text += strspn(text, " \n"); *text != '\0'; text += strspn(text, " \n")) {
    count++;
    text += strcspn(text, " \n");
  }
  return count;
}

/* As it stands, on a terminal and as Markdown. */
static void reads_well(const char *id, const char *page, size_t most_words) {
  enum { COLUMNS = 80, FEWEST_WORDS = 60 };
  size_t words = count_words(page);
  if (words < FEWEST_WORDS || words > most_words) fail_msg("%s has %zu words", id, words);
  assert_null(strstr(page, "\n\n\n"));
  while (*page != '\0') {
    size_t length = strcspn(page, "\n"), columns = 0;
    for (size_t i = 0; i < length; i++) columns += ((unsigned char)page[i] & 0xC0) != 0x80;
    bool is_heading = *page == '#', ends_blank = length > 0 && page[length - 1] == ' ';
    if (columns > COLUMNS || is_heading || ends_blank || page[length] != '\n')
      fail_msg("%s: %.*s", id, (int)length, page);
    page += length + 1;
  }
}

static void says(const char *id, const char *page, const char *what) {
  if (strstr(page, what) == NULL) fail_msg("the page of %s says nothing of %s", id, what);
}

/* What the rules of a family are about. */
static const struct subject {
  const char *family, *swedish, *english;
} subjects[] = {
    {"plan/", "planen", "plan"},     {"budget/", "budget", "budget"},
    {"risk/", "risk", "risk"},       {"control/", "kontroll", "control"},
    {"date/", "datum", "date"},      {"indicator/", "indikator", "indicator"},
    {"claim/", "löptexten", "text"}, {"profile/", "profilen", "profile"},
};

static const struct subject *subject_of(const char *id) {
  for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
    if (strncmp(id, subjects[i].family, strlen(subjects[i].family)) == 0) return &subjects[i];
  fail_msg("no subject for %s", id);
  return NULL;
}

enum { MOST_WORDS = 165, MOST_WORDS_OF_A_METHOD = 900 };

static void every_rule_has_a_page_in_both_languages(void **state) {
  (void)state;
  for (size_t i = 0; i < vp_rule_count(); i++) {
    const char *id = vp_rule_id(vp_rule_at(i));
    const char *swedish = vp_rule_page(vp_rule_at(i), VP_LANGUAGE_SV);
    const char *english = vp_rule_page(vp_rule_at(i), VP_LANGUAGE_EN);
    const struct subject *subject = subject_of(id);
    reads_well(id, swedish, MOST_WORDS);
    reads_well(id, english, MOST_WORDS);
    says(id, swedish, subject->swedish);
    says(id, swedish, "\n\nGör så här: ");
    says(id, swedish, "\n\nKälla: ");
    says(id, english, subject->english);
    says(id, english, "\n\nWhat to do: ");
    says(id, english, "\n\nSource: ");
  }
}

/* Pages name keys of the plan file, other rules and commands in backquotes. */
static void names_rules_that_exist(const char *id, const char *page) {
  static const char command[] = "vp explain ";
  for (const char *at = strchr(page, '`'); at != NULL; at = strchr(at, '`')) {
    char name[64];
    size_t length = strcspn(++at, "`");
    assert_int_equal(at[length], '`');
    assert_true(length < sizeof name);
    memcpy(name, at, length);
    name[length] = '\0';
    at += length + 1;
    bool is_rule = strspn(name, "abcdefghijklmnopqrstuvwxyz-/") == length && strchr(name, '/');
    if (is_rule && (vp_rule_find(name) == NULL || strcmp(name, id) == 0))
      fail_msg("the page of %s names %s", id, name);
    if (strncmp(name, command, strlen(command)) == 0)
      assert_non_null(vp_method_page(name + strlen(command), VP_LANGUAGE_SV));
  }
}

static void pages_name_rules_that_exist(void **state) {
  (void)state;
  for (size_t i = 0; i < 2 * vp_rule_count(); i++) {
    const vp_rule *rule = vp_rule_at(i / 2);
    names_rules_that_exist(vp_rule_id(rule),
                           vp_rule_page(rule, i % 2 == 0 ? VP_LANGUAGE_SV : VP_LANGUAGE_EN));
  }
}

static void methods_have_pages_of_their_own(void **state) {
  (void)state;
  const char *name;
  for (size_t i = 0; (name = vp_method_at(i)) != NULL; i++)
    for (int language = VP_LANGUAGE_SV; language <= VP_LANGUAGE_EN; language++) {
      const char *page = vp_method_page(name, (vp_language)language);
      assert_non_null(page);
      reads_well(name, page, MOST_WORDS_OF_A_METHOD);
      names_rules_that_exist(name, page);
      says(name, page, language == VP_LANGUAGE_SV ? "\n\nKällor: " : "\n\nSources: ");
    }
  assert_null(vp_method_page("budget", VP_LANGUAGE_SV));
}

static void every_rule_has_a_title_in_both_languages(void **state) {
  (void)state;
  for (size_t i = 0; i < vp_rule_count(); i++) {
    const char *swedish = vp_rule_title(vp_rule_at(i), VP_LANGUAGE_SV);
    const char *english = vp_rule_title(vp_rule_at(i), VP_LANGUAGE_EN);
    are_good_lines(&swedish, 1, &english, 1);
    assert_ptr_equal(vp_rule_find(vp_rule_id(vp_rule_at(i))), vp_rule_at(i));
  }
  assert_null(vp_rule_at(vp_rule_count()));
  assert_null(vp_rule_find("budget"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_page_fires_its_own_rule_and_no_other),
      cmocka_unit_test(a_page_put_right_is_quiet),
      cmocka_unit_test(every_rule_has_a_page_in_both_languages),
      cmocka_unit_test(pages_name_rules_that_exist),
      cmocka_unit_test(methods_have_pages_of_their_own),
      cmocka_unit_test(every_rule_has_a_title_in_both_languages),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
