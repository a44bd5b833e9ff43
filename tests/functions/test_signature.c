#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "functions/signature.h"
#include "random.h"

static void every_malformed_signature_has_its_place(void **state) {
  (void)state;
  static const struct {
    const char *text;
    uint32_t column;
    const char *expected;
  } cases[] = {
#define A_TYPE "a type (bool, i32, i64, u64, f64 or string)"
      {"", 1, A_TYPE},
      {" ", 2, A_TYPE},
      {"(f64)", 1, A_TYPE},
      {"void()", 1, A_TYPE},
      {"F64()", 1, A_TYPE},
      {"double(double)", 1, A_TYPE},
      {"f32(f64)", 1, A_TYPE},
      {"f640()", 1, A_TYPE},
      {"no value()", 1, A_TYPE},
      {"å()", 1, A_TYPE},
      {"f64", 4, "'('"},
      {"f64 ", 5, "'('"},
      {"f64*()", 4, "'('"},
      {"f64_t()", 4, "'('"},
      {"f64[f64]", 4, "'('"},
      {"f64\t()", 4, "'('"},
      {"f64(", 5, A_TYPE " or ')'"},
      {"f64(void)", 5, A_TYPE " or ')'"},
      {"f64(,f64)", 5, A_TYPE " or ')'"},
      {"f64(...)", 5, A_TYPE " or ')'"},
      {"f64((f64))", 5, A_TYPE " or ')'"},
      {"f64(x)", 5, A_TYPE " or ')'"},
      {"f64(f64", 8, "',' or ')'"},
      {"f64(f64 f64)", 9, "',' or ')'"},
      {"f64(f64;f64)", 8, "',' or ')'"},
      {"f64(f64 x)", 9, "',' or ')'"},
      {"f64(f64*)", 8, "',' or ')'"},
      {"f64(f64,", 9, A_TYPE},
      {"f64(f64,)", 9, A_TYPE},
      {"f64(f64, )", 10, A_TYPE},
      {"f64(f64,,f64)", 9, A_TYPE},
      {"f64(f64,void)", 9, A_TYPE},
      {"f64(f64,...)", 9, A_TYPE},
      {"f64(i32,i32,i32,i32,i32,i32,i32,i32,i32)", 36, "')' after 8 arguments"},
      {"f64(i32,i32,i32,i32,i32,i32,i32,i32", 36, "')' after 8 arguments"},
      {"f64()f64", 6, "the end"},
      {"f64() ;", 7, "the end"},
      {"f64(f64))", 9, "the end"},
      {"f64(f64)@libm.so.6", 9, "the end"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_signature signature = {.count = 99};
    vp_error error = {.message = ""};
    char wanted[VP_ERROR_MESSAGE_SIZE];
    snprintf(wanted, sizeof wanted, "expected %s in the signature", cases[i].expected);
    assert_int_equal(vp_signature_parse(&signature, cases[i].text, &error), VP_ERROR_ARGUMENT);
    assert_int_equal(error.status, VP_ERROR_ARGUMENT);
    assert_int_equal(error.line, 1);
    if (error.column != cases[i].column || strcmp(error.message, wanted) != 0)
      fail_msg("%s: %u: %s", cases[i].text, (unsigned)error.column, error.message);
    assert_int_equal(signature.count, 99);
    assert_int_equal(vp_signature_parse(&signature, cases[i].text, NULL), VP_ERROR_ARGUMENT);
  }
}

static vp_signature random_signature(uint64_t *random) {
  vp_signature made = {.count = (size_t)random_between(random, 0, VP_FUNCTION_MAX_ARGUMENTS)};
  made.result = (vp_scalar_type)random_between(random, VP_SCALAR_BOOL, VP_SCALAR_STRING);
  for (size_t i = 0; i < made.count; i++)
    made.arguments[i] = (vp_scalar_type)random_between(random, VP_SCALAR_BOOL, VP_SCALAR_STRING);
  return made;
}

static void is_parsed_as(const char *text, const vp_signature *wanted) {
  vp_signature parsed;
  vp_error error = {.message = ""};
  if (vp_signature_parse(&parsed, text, &error) != VP_OK)
    fail_msg("%s: %u: %s", text, (unsigned)error.column, error.message);
  assert_int_equal(parsed.result, wanted->result);
  assert_int_equal(parsed.count, wanted->count);
  for (size_t i = 0; i < parsed.count; i++)
    assert_int_equal(parsed.arguments[i], wanted->arguments[i]);
}

/* Spaces at either end and around the signs. */
static void put_spaces(char *out, const char *text, uint64_t *random) {
  for (bool before = true; *text != '\0'; text++) {
    bool is_sign = strchr("(),", *text) != NULL;
    if (is_sign || before) out += sprintf(out, "%*s", (int)random_between(random, 0, 3), "");
    *out++ = *text;
    before = is_sign;
  }
  sprintf(out, "%*s", (int)random_between(random, 0, 3), "");
}

static void what_is_written_is_read(void **state) {
  (void)state;
  uint64_t random = 1;
  for (int i = 0; i < 20000; i++) {
    vp_signature signature = random_signature(&random);
    char text[VP_SIGNATURE_TEXT_SIZE], spaced[8 * VP_SIGNATURE_TEXT_SIZE];
    vp_signature_write(text, &signature);
    is_parsed_as(text, &signature);
    put_spaces(spaced, text, &random);
    is_parsed_as(spaced, &signature);
  }
}

static void the_longest_signature_has_room(void **state) {
  (void)state;
  vp_signature longest = {.result = VP_SCALAR_STRING, .count = VP_FUNCTION_MAX_ARGUMENTS};
  for (size_t i = 0; i < longest.count; i++) longest.arguments[i] = VP_SCALAR_STRING;
  char text[VP_SIGNATURE_TEXT_SIZE];
  vp_signature_write(text, &longest);
  assert_string_equal(text, "string(string,string,string,string,string,string,string,string)");
  assert_int_equal(strlen(text), sizeof text - 1);
}

static bool is_signature(const char *text) {
  vp_signature parsed;
  return vp_signature_parse(&parsed, text, NULL) == VP_OK;
}

/* The error stands at the first byte from which on nothing helps: what is before it can be
 * completed, and with that byte, or at the end of the text, it is no signature yet. */
static void is_first_fault(const char *text, uint32_t column) {
  static const char *const ends[] = {"", ")", "()", "i32)", "i32()"};
  size_t before = column - 1;
  assert_true(before <= strlen(text));
  bool can_end = false;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    char completed[2 * VP_SIGNATURE_TEXT_SIZE];
    snprintf(completed, sizeof completed, "%.*s%s", (int)before, text, ends[i]);
    can_end = can_end || is_signature(completed);
  }
  if (!can_end) fail_msg("%s: column %u comes late", text, (unsigned)column);
}

static void a_slip_is_found_where_it_is(void **state) {
  (void)state;
  static const char bytes[] = "(), bi36o4u2fstring\t.*;@x\xC3";
  uint64_t random = 2;
  int refused = 0;
  for (int i = 0; i < 50000; i++) {
    vp_signature signature = random_signature(&random);
    char text[VP_SIGNATURE_TEXT_SIZE + 1];
    vp_signature_write(text, &signature);
    size_t length = strlen(text), at = (size_t)random_between(&random, 0, (int64_t)length - 1);
    char byte = bytes[random_between(&random, 0, sizeof bytes - 2)];
    switch (random_between(&random, 0, 2)) {
      case 0: memmove(text + at, text + at + 1, length - at); break;
      case 1:
        memmove(text + at + 1, text + at, length - at + 1);
        text[at] = byte;
        break;
      default: text[at] = byte;
    }
    vp_signature parsed;
    vp_error error;
    if (vp_signature_parse(&parsed, text, &error) == VP_OK) continue;
    is_first_fault(text, error.column);
    refused++;
  }
  assert_true(refused > 40000);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_malformed_signature_has_its_place),
      cmocka_unit_test(what_is_written_is_read),
      cmocka_unit_test(the_longest_signature_has_room),
      cmocka_unit_test(a_slip_is_found_where_it_is),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
