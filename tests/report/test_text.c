#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../base/allocator.h"
#include "reports.h"

static const char unknown_risk[] = "control/unknown-risk";

#define CONTROL(WHAT, REST) "\"controls\": [{\"id\": \"k\", \"what\": \"" WHAT "\", " REST "}]}"

static output text_of(const vp_report *report, int flags) {
  output out = {NULL, 0};
  output_put(&out, "");
  const vp_sink sink = {output_write, &out};
  const vp_report_file file = {.name = "plan.json", .report = report};
  assert_int_equal(vp_report_write_text(&file, flags, &sink, NULL), VP_OK);
  return out;
}

static void put_labelled(output *out, const char *label, const char *const *lines, size_t count) {
  for (size_t i = 0; i < count; i++) {
    output_put(out, "       = ");
    output_put(out, label);
    output_put(out, ": ");
    output_put(out, lines[i]);
    output_put(out, "\n");
  }
}

/* The text of a finding whose words need no escaping, around its excerpt. */
static void put_expected(output *out, const vp_finding *finding, const char *severity,
                         const char *excerpt, const char *note, const char *help) {
  char place[100];
  snprintf(place, sizeof place, "plan.json:%u:%u: %s: ", (unsigned)finding->line,
           (unsigned)finding->column, severity);
  output_put(out, place);
  output_put(out, finding->message);
  output_put(out, " [");
  output_put(out, finding->rule);
  output_put(out, "]\n");
  output_put(out, excerpt);
  put_labelled(out, note, finding->notes, finding->note_count);
  put_labelled(out, help, finding->help, finding->help_count);
}

static void expect_excerpt(const char *json, const char *rule, const char *excerpt) {
  checked c = check(json, rule, VP_LANGUAGE_SV);
  assert_int_equal(vp_report_finding_count(c.report), 1);
  const vp_finding *finding = vp_report_finding(c.report, 0);
  output text = text_of(c.report, 0);
  const char *line = strchr(text.bytes, '\n');
  assert_non_null(line);
  output found = {NULL, 0};
  output_put(&found, line + 1);
  size_t labelled = finding->note_count + finding->help_count;
  if (labelled > 0) *strstr(found.bytes, "       = ") = '\0';
  assert_string_equal(found.bytes, excerpt);
  free(found.bytes);
  free(text.bytes);
  checked_free(&c);
}

static void the_place_is_underlined(void **state) {
  (void)state;
  static const struct {
    const char *json, *excerpt;
  } cases[] = {
      {"{" PLAN ",\n" CONTROL("W", "\"risk\": \"r9\""),
       "     2 | \"controls\": [{\"id\": \"k\", \"what\": \"W\", \"risk\": \"r9\"}]}\n"
       "       |                                               ^^^^\n"},
      {"{" PLAN ",\n" CONTROL("Åäö", "\"risk\": \"r9\""),
       "     2 | \"controls\": [{\"id\": \"k\", \"what\": \"Åäö\", \"risk\": \"r9\"}]}\n"
       "       |                                                 ^^^^\n"},
      {"{" PLAN ",\n" CONTROL("W", "\"risk\": \"Åäö\""),
       "     2 | \"controls\": [{\"id\": \"k\", \"what\": \"W\", \"risk\": \"Åäö\"}]}\n"
       "       |                                               ^^^^^\n"},
      /* letters written as two characters */
      {"{" PLAN ",\n" CONTROL("W\xCC\x8Ao\xCC\x88", "\"risk\": \"o\xCC\x88\""),
       "     2 | \"controls\": [{\"id\": \"k\", \"what\": \"W\xCC\x8Ao\xCC\x88\","
       " \"risk\": \"o\xCC\x88\"}]}\n"
       "       |                                                ^^^\n"},
      {"{" PLAN ",\n\t\"controls\":\t[{\"id\": \"k\",\t\"what\": \"W\", \"risk\":\t\"r9\" }]}",
       "     2 |  \"controls\": [{\"id\": \"k\", \"what\": \"W\", \"risk\": \"r9\" }]}\n"
       "       |                                                ^^^^\n"},
      {"{" PLAN ",\r\n\"controls\": [{\"id\": \"k\", \"what\": \"W\",\r\n"
       "\"risk\": \"r9\"\r\n}]}\r\n",
       "     3 | \"risk\": \"r9\"\n"
       "       |         ^^^^\n"},
      /* DEL, NEL, a line separator, marks that turn the direction of text */
      {"{" PLAN ",\n" CONTROL("\x7F\xC2\x85\xE2\x80\xA8\xE2\x80\xAE\xE2\x81\xA6\xE2\x80\x8F",
                              "\"risk\": \"r9\""),
       "     2 | \"controls\": [{\"id\": \"k\", \"what\": \"������\", \"risk\": \"r9\"}]}\n"
       "       |                                                    ^^^^\n"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_excerpt(cases[i].json, unknown_risk, cases[i].excerpt);
}

static void of_several_lines_the_first_is_shown(void **state) {
  (void)state;
  expect_excerpt("{" PLAN ",\n  \"risks\":  [ \n    {\"id\": \"r\", \"title\": \"R\"}\n  ]}",
                 "risk/unscored",
                 "     2 |   \"risks\":  [ \n"
                 "       |             ^^\n");
}

/* A line of so many characters before the place, and so many behind it. */
static char *long_line(size_t before, size_t place, size_t after) {
  size_t room = 300 + before + place + after;
  char *json = malloc(room);
  assert_non_null(json);
  size_t length = (size_t)snprintf(json, room,
                                   "{" PLAN ",\n\"controls\": [{\"id\": \"k\",\n"
                                   "\"what\": \"");
  const struct {
    char fill;
    size_t count;
    const char *then;
  } parts[] = {{'b', before - 19, "\", \"risk\":\""},
               {'r', place - 2, "\", \"method\": \""},
               {'a', after - 14, "\"\n}]}"}};
  for (size_t i = 0; i < 3; i++) {
    memset(json + length, parts[i].fill, parts[i].count);
    length += parts[i].count;
    length += (size_t)snprintf(json + length, room - length, "%s", parts[i].then);
  }
  return json;
}

static void a_long_line_is_clipped_around_the_place(void **state) {
  (void)state;
  static const struct {
    size_t before, place, after, indent, marks;
    bool is_clipped_before, is_clipped_after;
  } cases[] = {
      {30, 10, 50, 30, 10, false, false},   {70, 10, 40, 70, 10, false, false},
      {40, 10, 71, 40, 10, false, true},    {41, 10, 70, 41, 10, true, false},
      {1000, 10, 1000, 41, 10, true, true}, {1000, 10, 20, 41, 10, true, false},
      {20, 500, 20, 20, 100, false, true},  {1000, 500, 20, 41, 80, true, true},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char *json = long_line(cases[i].before, cases[i].place, cases[i].after);
    checked c = check(json, unknown_risk, VP_LANGUAGE_EN);
    output text = text_of(c.report, 0);
    const char *line = strchr(text.bytes, '\n') + 1;
    assert_memory_equal(line, "     3 | ", 9);
    line += 9;
    const char *end = strchr(line, '\n');
    assert_int_equal(memcmp(line, "…", 3) == 0, cases[i].is_clipped_before);
    assert_int_equal(memcmp(end - 3, "…", 3) == 0, cases[i].is_clipped_after);
    char carets[200];
    snprintf(carets, sizeof carets, "       | %*s%.*s\n", (int)cases[i].indent, "",
             (int)cases[i].marks,
             "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
             "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^");
    assert_memory_equal(end + 1, carets, strlen(carets));
    free(text.bytes);
    checked_free(&c);
    free(json);
  }
}

static const char no_sum[] =
    "{" PLAN ",\n\"budget\": {\"unit\": \"mnkr\", \"decimals\": 1, \"tables\": [\n"
    "{\"id\": \"t\", \"columns\": [\"a\"], \"rows\": [\n"
    "{\"id\": \"x\", \"label\": \"X\", \"values\": [\"1,0\"]},\n"
    "{\"id\": \"y\", \"label\": \"Y\", \"values\": [\"1,0\"]}],\n"
    "\"total\": [\"3,0\"]}]}}";

static void notes_and_help_follow_in_the_language_of_the_report(void **state) {
  (void)state;
  static const struct {
    vp_language language;
    const char *severity, *note, *help;
  } cases[] = {{VP_LANGUAGE_SV, "fel", "not", "hjälp"}, {VP_LANGUAGE_EN, "error", "note", "help"}};
  for (size_t i = 0; i < 2; i++) {
    checked c = check(no_sum, "budget/sum-impossible", cases[i].language);
    assert_int_equal(vp_report_finding_count(c.report), 1);
    const vp_finding *finding = vp_report_finding(c.report, 0);
    assert_true(finding->note_count > 0 && finding->help_count > 0);
    output text = text_of(c.report, 0), expected = {NULL, 0};
    put_expected(&expected, finding, cases[i].severity,
                 "     6 | \"total\": [\"3,0\"]}]}}\n"
                 "       |           ^^^^^\n",
                 cases[i].note, cases[i].help);
    assert_string_equal(text.bytes, expected.bytes);
    free(text.bytes);
    free(expected.bytes);
    checked_free(&c);
  }
}

static void every_severity_has_its_word(void **state) {
  (void)state;
  static const struct {
    const char *json, *rule, *words[2];
  } cases[] = {
      {"{" PLAN ", \"risks\": [{\"id\": \"r\", \"title\": \"R\"}]}",
       "risk/unscored",
       {": upplysning: ", ": note: "}},
      {"{" PLAN ", " CONTROL("W", "\"method\": \"M\""),
       "control/incomplete",
       {": varning: ", ": warning: "}},
      {no_sum, "budget/sum-impossible", {": fel: ", ": error: "}},
  };
  for (size_t i = 0; i < 6; i++) {
    vp_language language = i % 2 == 0 ? VP_LANGUAGE_SV : VP_LANGUAGE_EN;
    checked c = check(cases[i / 2].json, cases[i / 2].rule, language);
    output text = text_of(c.report, 0);
    assert_non_null(strstr(text.bytes, cases[i / 2].words[i % 2]));
    free(text.bytes);
    checked_free(&c);
  }
}

static void take_escapes_out(char *text) {
  char *to = text;
  while (*text != '\0') {
    if (*text == '\x1b')
      text += strcspn(text, "m") + 1;
    else
      *to++ = *text++;
  }
  *to = '\0';
}

static void colour_is_used_only_when_asked_for(void **state) {
  (void)state;
  checked c = check(no_sum, NULL, VP_LANGUAGE_SV);
  output plain = text_of(c.report, 0), coloured = text_of(c.report, VP_REPORT_COLOUR);
  assert_null(strchr(plain.bytes, '\x1b'));
  assert_memory_equal(coloured.bytes, "\x1b[1mplan.json:6:11:\x1b[0m \x1b[1;31mfel:\x1b[0m ", 40);
  assert_non_null(strstr(coloured.bytes, "\x1b[1;32m^^^^^\x1b[0m\n"));
  take_escapes_out(coloured.bytes);
  assert_string_equal(coloured.bytes, plain.bytes);
  free(plain.bytes);
  free(coloured.bytes);
  checked_free(&c);
}

static void no_character_of_a_plan_or_a_name_acts_on_the_terminal(void **state) {
  (void)state;
  checked c = check("{" PLAN ", " CONTROL("\\u001b[31m\\u009b\\n\\t\\u202e", "\"risk\": \"r9\""),
                    unknown_risk, VP_LANGUAGE_SV);
  output out = {NULL, 0};
  const vp_sink sink = {output_write, &out};
  const vp_report_file file = {.name = "a\x1b[m\nb\xE5.json", .report = c.report};
  assert_int_equal(vp_report_write_text(&file, 0, &sink, NULL), VP_OK);
  assert_memory_equal(out.bytes, "a�[m�b�.json:1:", 21);
  assert_null(strchr(out.bytes, '\x1b'));
  assert_non_null(strstr(out.bytes, "�[31m�� �"));
  free(out.bytes);
  checked_free(&c);
}

static void without_a_text_the_path_is_the_place(void **state) {
  (void)state;
  checked c = check_plan(plan_without_text(), unknown_risk, VP_LANGUAGE_SV);
  output text = text_of(c.report, 0);
  assert_memory_equal(text.bytes, "plan.json:/controls/0/risk: fel: ", 33);
  assert_null(strchr(text.bytes, '|'));
  free(text.bytes);
  checked_free(&c);
}

static void nothing_found_is_nothing_written(void **state) {
  (void)state;
  checked c = check("{" PLAN "}", NULL, VP_LANGUAGE_SV);
  const vp_sink sink = {refuse_output, NULL};
  const vp_report_file file = {.name = "plan.json", .report = c.report};
  assert_int_equal(vp_report_write_text(&file, 0, &sink, NULL), VP_OK);
  checked_free(&c);
}

static void output_that_is_refused_is_said(void **state) {
  (void)state;
  output json = many_findings(1000);
  checked c = check(json.bytes, unknown_risk, VP_LANGUAGE_SV);
  const vp_report_file file = {.name = "plan.json", .report = c.report};
  for (int calls = 0; calls < 2; calls++) {
    int left = calls;
    const vp_sink sink = {take_some, &left};
    vp_error error;
    assert_int_equal(vp_report_write_text(&file, 0, &sink, &error), VP_ERROR_WRITE);
    assert_int_equal(error.status, VP_ERROR_WRITE);
    assert_string_equal(error.message, "the output could not be written");
    assert_int_equal(left, -1); /* and nothing more is handed over */
  }
  checked_free(&c);
  free(json.bytes);
}

static void memory_that_runs_out_is_said_and_none_is_kept(void **state) {
  (void)state;
  output json = example_text("bollebygd-socialnamnden-2026-scan");
  for (int calls = 0, done = 0; !done; calls++) {
    counting_allocator counter = {.calls = -1};
    const vp_allocator allocator = counting(&counter);
    vp_context *context;
    vp_plan *plan;
    assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
    assert_int_equal(vp_plan_read(&plan, context, json.bytes, json.length, NULL), VP_OK);
    int live = counter.live;

    counter.calls = calls;
    vp_report *report = NULL;
    output text = {NULL, 0};
    const vp_sink sink = {output_write, &text};
    vp_error error;
    vp_status status = vp_check(&report, plan, NULL, &error);
    const vp_report_file file = {.name = "plan.json", .report = report};
    if (status == VP_OK) status = vp_report_write_text(&file, 0, &sink, &error);
    done = status == VP_OK;
    if (!done) {
      assert_int_equal(status, VP_ERROR_MEMORY);
      assert_int_equal(error.status, VP_ERROR_MEMORY);
    }
    vp_report_free(report);
    assert_int_equal(counter.live, live);
    free(text.bytes);
    vp_plan_free(plan);
    vp_context_free(context);
    assert_int_equal(counter.live, 0);
  }
  free(json.bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_place_is_underlined),
      cmocka_unit_test(of_several_lines_the_first_is_shown),
      cmocka_unit_test(a_long_line_is_clipped_around_the_place),
      cmocka_unit_test(notes_and_help_follow_in_the_language_of_the_report),
      cmocka_unit_test(every_severity_has_its_word),
      cmocka_unit_test(colour_is_used_only_when_asked_for),
      cmocka_unit_test(no_character_of_a_plan_or_a_name_acts_on_the_terminal),
      cmocka_unit_test(without_a_text_the_path_is_the_place),
      cmocka_unit_test(nothing_found_is_nothing_written),
      cmocka_unit_test(output_that_is_refused_is_said),
      cmocka_unit_test(memory_that_runs_out_is_said_and_none_is_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
