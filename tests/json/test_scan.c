#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json/document.h"

typedef struct fixture {
  vp_context *context;
  vp_arena arena;
  vp_document document;
  vp_error error;
} fixture;

static int set_up(void **state) {
  fixture *f = test_calloc(1, sizeof *f);
  assert_int_equal(vp_context_new(&f->context, NULL, NULL), VP_OK);
  vp_arena_init(&f->arena, f->context);
  *state = f;
  return 0;
}

static int tear_down(void **state) {
  fixture *f = *state;
  vp_arena_free(&f->arena);
  vp_context_free(f->context);
  test_free(f);
  return 0;
}

static vp_status scan(fixture *f, const char *text, size_t length) {
  vp_arena_free(&f->arena);
  return vp_document_scan(&f->document, &f->arena, text, length, &f->error);
}

typedef struct refusal {
  const char *text;
  uint32_t line;
  uint32_t column;
  const char *message;
} refusal;

static void check_refusal(fixture *f, const refusal *wanted, size_t length) {
  if (scan(f, wanted->text, length) != VP_ERROR_SYNTAX) fail_msg("accepted: %s", wanted->text);
  if (f->error.line != wanted->line || f->error.column != wanted->column ||
      strcmp(f->error.message, wanted->message) != 0) {
    fail_msg("%s\n  wanted %u:%u: %s\n  got    %u:%u: %s", wanted->text, (unsigned)wanted->line,
             (unsigned)wanted->column, wanted->message, (unsigned)f->error.line,
             (unsigned)f->error.column, f->error.message);
  }
}

static void check_refusals(fixture *f, const refusal *refusals, size_t count) {
  for (size_t i = 0; i < count; i++) check_refusal(f, &refusals[i], strlen(refusals[i].text));
}

#define CHECK_REFUSALS(f, table) check_refusals(f, table, sizeof(table) / sizeof *(table))

static void structure_is_refused_in_words(void **state) {
  static const refusal refusals[] = {
      {"", 1, 1, "the empty file is no plan"},
      {"\xEF\xBB\xBF", 1, 1, "the empty file is no plan"},
      {" \n\t", 2, 2, "the empty file is no plan"},
      {"{} {}", 1, 4, "text after the end of the document"},
      {"1 // one", 1, 3, "text after the end of the document"},
      {"]", 1, 1, "expected a value, found ']'"},
      {"[", 1, 2,
       "the file ends inside a list that starts on line 1: expected a value or ']' after '['"},
      {"\n[1,\n", 3, 1,
       "the file ends inside a list that starts on line 2: expected a value after ','"},
      {"[1", 1, 3,
       "the file ends inside a list that starts on line 1: expected ',' or ']' after a "
       "list item"},
      {"{", 1, 2,
       "the file ends inside an object that starts on line 1: expected a key in quotes or '}' "
       "after '{'"},
      {"{\"a\"", 1, 5,
       "the file ends inside an object that starts on line 1: expected ':' after a key"},
      {"[{\"a\":", 1, 7,
       "the file ends inside an object that starts on line 1: expected a value after ':'"},
      {"{\"a\":1", 1, 7,
       "the file ends inside an object that starts on line 1: expected ',' or '}' after a key's value"},
      {"[1}", 1, 3, "expected ',' or ']' after a list item, found '}'"},
      {"{\"a\": []]", 1, 9, "expected ',' or '}' after a key's value, found ']'"},
      {"[1 \"b\"]", 1, 4, "expected ',' or ']' after a list item, found a text"},
      {"[1,,2]", 1, 4, "expected a value after ',', found ','"},
      {"[,1]", 1, 2, "expected a value or ']' after '[', found ','"},
      {"{\"a\" 1}", 1, 6, "expected ':' after a key, found a digit"},
      {"{\"a\"}", 1, 5, "expected ':' after a key, found '}'"},
      {"{\"a\"=1}", 1, 5, "expected ':' after a key, found '='"},
      {"{\"a\":}", 1, 6, "expected a value after ':', found '}'"},
      {"{\"a\":1;}", 1, 7, "expected ',' or '}' after a key's value, found ';'"},
      {"{[1]: 2}", 1, 2, "expected a key in quotes or '}' after '{', found '['"},
      {"{\"å\": \"ö\" \x01}", 1, 11, "expected ',' or '}' after a key's value, found U+0001"},
      {"[\x7F]", 1, 2, "expected a value or ']' after '[', found U+007F"},
      {"\xEF\xBB\xBF[1}", 1, 3, "expected ',' or ']' after a list item, found '}'"},
      {"[\n\"å\",\r\n\"ö\" x]", 3, 5, "expected ',' or ']' after a list item, found x"},
      {"[\xF0\x9F\x98\x80]", 1, 2, "expected a value or ']' after '[', found U+1F600"},
      {"[\"\xC3\xA5\", \xFF]", 1, 7, "bytes that are not UTF-8: save the file as UTF-8"},
      {"\xFE\xFF", 1, 1, "UTF-16 text: save the file as UTF-8"},
      {"\xFF\xFE", 1, 1, "UTF-16 text: save the file as UTF-8"},
  };
  CHECK_REFUSALS(*state, refusals);
}

static void common_mistakes_are_named(void **state) {
  static const refusal refusals[] = {
      {"[1,\n]", 2, 1, "expected a value after ',', found ']': take away the comma before it"},
      {"{\"a\":1, }", 1, 9,
       "expected a key in quotes after ',', found '}': take away the comma before it"},
      {"{'a': 1}", 1, 2,
       "expected a key in quotes or '}' after '{', found a single quote: JSON's quotes are \""},
      {"['a']", 1, 2,
       "expected a value or ']' after '[', found a single quote: JSON's quotes are \""},
      {"{\xE2\x80\x9D"
       "a\": 1}",
       1, 2,
       "expected a key in quotes or '}' after '{', found a curly quote (U+201D): JSON's quotes "
       "are \""},
      {"{\"a\": \xE2\x80\x9C", 1, 7,
       "expected a value after ':', found a curly quote (U+201C): JSON's quotes are \""},
      {"// plan\n{}", 1, 1, "expected a value, found a comment: JSON has none"},
      {"[1, /* two */ 2]", 1, 5, "expected a value after ',', found a comment: JSON has none"},
      {"{\n# title\n}", 2, 1,
       "expected a key in quotes or '}' after '{', found a comment: JSON has none"},
      {"[/]", 1, 2, "expected a value or ']' after '[', found '/'"},
      {"{title: 1}", 1, 2, "expected a key in quotes or '}' after '{', found title"},
      {"{\"a\": 1, år_2: 1}", 1, 10, "expected a key in quotes after ',', found år_2"},
      {"[NaN]", 1, 2, "expected a value or ']' after '[', found NaN: JSON has no such number"},
      {"Infinity", 1, 1, "expected a value, found Infinity: JSON has no such number"},
      {"-Infinity", 1, 2, "expected a digit after '-', found Infinity: JSON has no such number"},
      {"{\"a\": True}", 1, 7, "expected a value after ':', found True: JSON writes true"},
      {"[1, FALSE]", 1, 5, "expected a value after ',', found FALSE: JSON writes false"},
      {"[None]", 1, 2, "expected a value or ']' after '[', found None: JSON writes null"},
      {"[undefined]", 1, 2, "expected a value or ']' after '[', found undefined: JSON writes null"},
      {"[nullx]", 1, 2, "expected a value or ']' after '[', found nullx: text stands in quotes"},
      {"tru", 1, 1, "expected a value, found tru: text stands in quotes"},
      {"{\"status\": antagen}", 1, 12,
       "expected a value after ':', found antagen: text stands in quotes"},
      {"{\"amount\": 231,2}", 1, 16,
       "expected a key in quotes after ',', found a digit: a number with a decimal comma "
       "stands in quotes, \"231,2\""},
      {"{\"a\": \"b\", 2: 3}", 1, 12, "expected a key in quotes after ',', found a digit"},
      {"{\"amount\": 1 949 356}", 1, 14,
       "expected ',' or '}' after a key's value, found a digit: a number with spaces "
       "stands in quotes, \"1 949 356\""},
      {"[41 %]", 1, 5, "expected ',' or ']' after a list item, found '%'"},
      {"[1,\xC2\xA0"
       "2]",
       1, 4,
       "expected a value after ',', found a no-break space (U+00A0): only ordinary spaces "
       "stand between values"},
      {"[\xE2\x88\x92"
       "2]",
       1, 2,
       "expected a value or ']' after '[', found a minus sign (U+2212): the sign of a number "
       "is '-'"},
      {"[abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz]", 1, 2,
       "expected a value or ']' after '[', found "
       "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqr…: text stands in quotes"},
  };
  CHECK_REFUSALS(*state, refusals);
}

static void numbers_are_refused_in_words(void **state) {
  static const refusal refusals[] = {
      {"-", 1, 2, "expected a digit after '-', found the end of the file"},
      {"[-]", 1, 3, "expected a digit after '-', found ']'"},
      {"[- 1]", 1, 3, "expected a digit after '-', found U+0020"},
      {"[012]", 1, 2, "a number may not start with zero: 012"},
      {"[-00.5]", 1, 2, "a number may not start with zero: -00"},
      {"[1.]", 1, 4, "expected a digit after '.', found ']'"},
      {"[1.,2]", 1, 4, "expected a digit after '.', found ','"},
      {"[1e]", 1, 4, "expected a digit in the exponent, found ']'"},
      {"[1E+", 1, 5,
       "the file ends inside a list that starts on line 1: expected a digit in the exponent"},
      {"[.5]", 1, 2,
       "expected a value or ']' after '[', found '.': a number starts with a digit or '-'"},
      {"[+1]", 1, 2,
       "expected a value or ']' after '[', found '+': a number starts with a digit or '-'"},
      {"{\"date\": 2026-03-14}", 1, 10, "2026-03-14 is no number: text stands in quotes"},
      {"[0x1F]", 1, 2, "0x1F is no number: text stands in quotes"},
      {"[10kr]", 1, 2, "10kr is no number: text stands in quotes"},
      {"[1234567890123456]", 1, 2,
       "a JSON number of more than 15 digits is not kept by every program: write it in quotes"},
      {"[0.1234567890123450]", 1, 2,
       "a JSON number of more than 15 digits is not kept by every program: write it in quotes"},
      {"[-123456789.0123456]", 1, 2,
       "a JSON number of more than 15 digits is not kept by every program: write it in quotes"},
      {"[0.000000000000000000000000000000000000000000000000000000000000001]", 1, 2,
       "a JSON number of more than 63 characters is not read by every program: write it in "
       "quotes"},
      {"1e309", 1, 1, "1e309 is out of the range that every program keeps: write it in quotes"},
      {"[1.79769313486232e308]", 1, 2,
       "1.79769313486232e308 is out of the range that every program keeps: write it in quotes"},
      {"[-222507385850720E-322]", 1, 2,
       "-222507385850720E-322 is out of the range that every program keeps: write it in quotes"},
      {"[1e-99999999999999999999]", 1, 2,
       "1e-99999999999999999999 is out of the range that every program keeps: write it in "
       "quotes"},
  };
  CHECK_REFUSALS(*state, refusals);
}

static void strings_are_refused_in_words(void **state) {
  static const refusal refusals[] = {
      {"\"", 1, 2, "the file ends inside a text that starts on line 1"},
      {"[\n\"abc\\", 2, 6, "the file ends inside a text that starts on line 2"},
      {"{\"abc\\u00", 1, 10, "the file ends inside a text that starts on line 1"},
      {"[\"long enough for eight\nat once\"]", 1, 24,
       "a line break in a text: write \\n"},
      {"[\"\t\"]", 1, 3, "a tab in a text: write \\t"},
      {"[\"a\r\n\"]", 1, 4, "a carriage return in a text: write \\r"},
      {"[\"\x1F\"]", 1, 3, "control character U+001F in a text"},
      {"[\"C:\\plan\"]", 1, 6,
       "expected one of \"\\/bfnrtu after a backslash, found 'p': a backslash itself is \\\\"},
      {"[\"\\\n\"]", 1, 4,
       "expected one of \"\\/bfnrtu after a backslash, found U+000A: a backslash itself is \\\\"},
      {"[\"\\\xFF\"]", 1, 4,
       "expected one of \"\\/bfnrtu after a backslash, found bytes that are not UTF-8: a "
       "backslash itself is \\\\"},
      {"[\"\\u12G4\"]", 1, 7, "expected four hexadecimal digits after \\u, found 'G'"},
      {"[\"\\u12\"]", 1, 7, "expected four hexadecimal digits after \\u, found '\"'"},
      {"[\"a\\u0000\"]", 1, 4, "\"\\u0000\" is not allowed"},
      {"[\"\\uD83D\"]", 1, 3, "\\uD83D is half of a character: its other half is missing"},
      {"[\"\\uDE00\\uD83D\"]", 1, 3, "\\uDE00 is half of a character: its other half is missing"},
      {"[\"\\ud83d\\u0041\"]", 1, 3, "\\ud83d is half of a character: its other half is missing"},
      {"[\"\\ud83d\\u004\"]", 1, 14, "expected four hexadecimal digits after \\u, found '\"'"},
      {"[\"\xC3\xA5\xE5\"]", 1, 4, "bytes that are not UTF-8: save the file as UTF-8"},
      {"[\"\xC0\x80\"]", 1, 3, "bytes that are not UTF-8: save the file as UTF-8"},
      {"[\"\xED\xA0\x80\"]", 1, 3, "bytes that are not UTF-8: save the file as UTF-8"},
      {"[\"\xC3", 1, 3, "bytes that are not UTF-8: save the file as UTF-8"},
  };
  CHECK_REFUSALS(*state, refusals);
}

static void repeated_keys_are_refused_by_name(void **state) {
  static const refusal refusals[] = {
      {"{\"id\": 1,\n\"title\": 2,\n\"title\": 3}", 3, 1,
       "the key \"title\" stands twice in this object, first on line 2"},
      {"{\"Id\": 1, \"id\": 2}", 1, 11, "the keys \"Id\" and \"id\" differ only in case"},
      {"[{\"a\": {\"a\": 1, \"b\": 1, \"\": 1, \"\": 1}}]", 1, 32,
       "the key \"\" stands twice in this object, first on line 1"},
      {"{\"a\": 1, \"\\u0061\": 2}", 1, 10,
       "the key \"\\u0061\" stands twice in this object, first on line 1"},
      {"{\"A\\n\": 1, \"\\u0061\\u000A\": 2}", 1, 12,
       "the keys \"A\\n\" and \"\\u0061\\u000A\" differ only in case"},
      {"{\"å\": 1, \"\\u00E5\": 2}", 1, 10,
       "the key \"\\u00E5\" stands twice in this object, first on line 1"},
      {"{\"\xF0\x9F\x98\x80\": 1, \"\\ud83d\\uDE00\": 2}", 1, 10,
       "the key \"\\ud83d\\uDE00\" stands twice in this object, first on line 1"},
      {"{\"a\":0,\"b\":0,\"c\":0,\"d\":0,\"e\":0,\"f\":0,\"g\":0,\"h\":0,\"i\":0,\"j\":0,\"k\":0,\n"
       "\"l\":0,\"m\":0,\"x\":0,\"y\":0,\"z\":0,\"Y\":0,\"x\":0,\"x\":0,\"a\":0}",
       2, 31, "the keys \"y\" and \"Y\" differ only in case"},
  };
  CHECK_REFUSALS(*state, refusals);
}

static void text_with_nul_is_refused(void **state) {
  static const refusal in_value = {"[1\0]", 1, 3,
                                   "expected ',' or ']' after a list item, found U+0000"};
  static const refusal in_string = {"[\"\0\"]", 1, 3, "control character U+0000 in a text"};
  static const refusal in_escape = {"[\"\\u00\0", 1, 7,
                                    "expected four hexadecimal digits after \\u, found U+0000"};
  static const refusal behind = {"[]\0", 1, 3, "text after the end of the document"};
  static const refusal little = {"{\0}\0", 1, 1, "UTF-16 text: save the file as UTF-8"};
  static const refusal big = {"\0{\0}", 1, 1, "UTF-16 text: save the file as UTF-8"};
  check_refusal(*state, &in_value, 4);
  check_refusal(*state, &in_string, 5);
  check_refusal(*state, &in_escape, 7);
  check_refusal(*state, &behind, 3);
  check_refusal(*state, &little, 4);
  check_refusal(*state, &big, 4);
}

/* Each token as begin-end, with @ and the place of its key. */
static void describe(char *out, size_t size, const vp_document *document) {
  size_t length = 0;
  out[0] = '\0';
  for (size_t i = 0; i < document->token_count; i++) {
    const vp_token *token = &document->tokens[i];
    length += (size_t)snprintf(out + length, size - length, "%s%u-%u", i == 0 ? "" : " ",
                               (unsigned)token->begin, (unsigned)token->end);
    if (token->key != VP_JSON_NO_KEY) {
      length += (size_t)snprintf(out + length, size - length, "@%u", (unsigned)token->key);
    }
  }
}

static void values_have_their_places(void **state) {
  static const struct {
    const char *text;
    const char *tokens;
  } documents[] = {
      {"null", "0-4"},
      {" true\r\n", "1-5"},
      {"\xEF\xBB\xBF"
       "false",
       "0-5"},
      {"-0", "0-2"},
      {"123456789012345", "0-15"},
      {"0.000000123456789012345", "0-23"},
      {"1.79769313486231E+308", "0-21"},
      {"-222507385850721e-322", "0-21"},
      {"0e999999999999", "0-14"},
      {"0.000000000000000000000000000000000000000000000000000000001e359", "0-63"},
      {"\"\"", "0-2"},
      {"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e5\\uD83D\\ude00\"", "0-36"},
      {"\"\x7F "
       "å€\xF0\x9F\x98\x80\"",
       "0-13"},
      {"[]", "0-2"},
      {"{ }", "0-3"},
      {" [1, {\"a\": \"b\"}]\n", "1-16 2-3 5-15 11-14@6"},
      {"{\"a\":{\"a\":[[],{}]},\"b\":0}", "0-25 5-18@1 10-17@6 11-13 14-16 23-24@19"},
      {"{\"a\" :\t1 ,\n\"b\": null}", "0-21 7-8@1 16-20@11"},
      {"{\"a\":1,\"\":2,\"å\":3,\"Å\":4}", "0-26 5-6@1 10-11@7 17-18@12 24-25@19"},
      {"[{\"a\":1},{\"a\":1}]", "0-17 1-8 6-7@2 9-16 14-15@10"},
      {"{\"@\":1,\"`\":2,\"[\":3,\"{\":4}", "0-25 5-6@1 11-12@7 17-18@13 23-24@19"},
  };
  fixture *f = *state;
  for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
    char tokens[256];
    if (scan(f, documents[i].text, strlen(documents[i].text)) != VP_OK) {
      fail_msg("%s: %s", documents[i].text, f->error.message);
    }
    describe(tokens, sizeof tokens, &f->document);
    assert_string_equal(tokens, documents[i].tokens);
  }
}

static void text_is_kept_without_mark_and_with_nul(void **state) {
  fixture *f = *state;
  char text[] = "\xEF\xBB\xBF[\"\xC3\xA5\"]\n";
  assert_int_equal(scan(f, text, strlen(text)), VP_OK);
  text[3] = '{';
  assert_int_equal(f->document.length, 7);
  assert_string_equal(f->document.text, "[\"\xC3\xA5\"]\n");
}

static void failure_leaves_the_result_alone(void **state) {
  fixture *f = *state;
  f->document.length = 42;
  assert_int_equal(scan(f, "[", 1), VP_ERROR_SYNTAX);
  assert_int_equal(f->document.length, 42);
  assert_int_equal(vp_document_scan(&f->document, &f->arena, "[", 1, NULL), VP_ERROR_SYNTAX);
}

static void text_over_the_limit_is_refused(void **state) {
  fixture *f = *state;
  assert_int_equal(scan(f, "[]", VP_JSON_MAX_SIZE + 1), VP_ERROR_SYNTAX);
  assert_string_equal(f->error.message, "a text of more than 1073741824 bytes");
}

static const char sample[] =
    "{\"format\": \"vp-plan/1\", \"title\": \"M\\u00E5l \\uD83D\\uDE00 \xC3\xA5\", \"rows\": [\n"
    "  {\"id\": \"r1\", \"value\": -12.50e+1, \"known\": true}, [], {}, false, null, [[0]]]}";

static void every_prefix_is_refused(void **state) {
  fixture *f = *state;
  const size_t length = strlen(sample);
  assert_int_equal(scan(f, sample, length), VP_OK);
  for (size_t cut = 0; cut < length; cut++) {
    char *prefix = malloc(cut + 1);
    assert_non_null(prefix);
    memcpy(prefix, sample, cut);
    assert_int_equal(scan(f, prefix, cut), VP_ERROR_SYNTAX);
    assert_in_range(f->error.line, 1, 2);
    free(prefix);
  }
}

static char *repeat(const char *piece, size_t count) {
  const size_t length = strlen(piece);
  char *text = malloc(count * length + 1);
  assert_non_null(text);
  for (size_t i = 0; i < count; i++) memcpy(text + i * length, piece, length);
  text[count * length] = '\0';
  return text;
}

static void nesting_has_a_limit(void **state) {
  fixture *f = *state;
  char text[2 * VP_JSON_MAX_DEPTH];
  memset(text, '[', VP_JSON_MAX_DEPTH);
  memset(text + VP_JSON_MAX_DEPTH, ']', VP_JSON_MAX_DEPTH);
  assert_int_equal(scan(f, text, sizeof text), VP_OK);
  assert_int_equal(f->document.token_count, VP_JSON_MAX_DEPTH);

  char *brackets = repeat("[", 1000000);
  const refusal too_deep = {brackets, 1, 65, "more than 64 levels of nesting"};
  check_refusal(f, &too_deep, strlen(brackets));
  free(brackets);

  char *objects = repeat("{\"a\":", 1000000);
  const refusal objects_too_deep = {objects, 1, 321, "more than 64 levels of nesting"};
  check_refusal(f, &objects_too_deep, strlen(objects));
  free(objects);
}

/* {"k1000000":0,"k1000001":0,…}, each key on a line of its own. */
static char *object_of(size_t count, size_t *length) {
  const size_t size = count * 14 + 16;
  char *text = malloc(size);
  assert_non_null(text);
  size_t end = 0;
  for (size_t i = 0; i < count; i++) {
    end +=
        (size_t)snprintf(text + end, size - end, "%c\"k%zu\":0\n", i == 0 ? '{' : ',', 1000000 + i);
  }
  text[end++] = '}';
  *length = end;
  return text;
}

static void a_million_keys_are_compared(void **state) {
  fixture *f = *state;
  const size_t count = 1000000;
  size_t length;
  char *text = object_of(count, &length);
  assert_int_equal(scan(f, text, length), VP_OK);
  assert_int_equal(f->document.token_count, count + 1);

  memcpy(strstr(text, "k1999999"), "K1500000", 8);
  assert_int_equal(scan(f, text, length), VP_ERROR_SYNTAX);
  assert_string_equal(f->error.message,
                      "the keys \"k1500000\" and \"K1500000\" differ only in case");
  assert_int_equal(f->error.line, count);
  free(text);
}

static void a_long_string_is_one_value(void **state) {
  fixture *f = *state;
  char *text = repeat("r\xC3\xA4tt ", 1000000);
  const size_t length = strlen(text);
  text[0] = '"';
  assert_int_equal(scan(f, text, length), VP_ERROR_SYNTAX);
  assert_string_equal(f->error.message, "the file ends inside a text that starts on line 1");
  assert_int_equal(f->error.column, 5000001);
  text[length - 1] = '"';
  assert_int_equal(scan(f, text, length), VP_OK);
  assert_int_equal(f->document.tokens[0].end, length);
  free(text);
}

static void long_keys_are_cut_in_messages(void **state) {
  fixture *f = *state;
  char text[1024];
  char *key = repeat("\xC3\xA4", 200);
  snprintf(text, sizeof text, "{\"%s\": 1, \"%s\": 2}", key, key);
  free(key);
  assert_int_equal(scan(f, text, strlen(text)), VP_ERROR_SYNTAX);
  assert_string_equal(f->error.message, "the key \"äääääääääää"
                                        "äääääääääää…\" stands "
                                        "twice in this object, first on line 1");
}

typedef struct meter {
  size_t calls;
  size_t failing; /* the call that fails, from 1 */
  size_t blocks;
} meter;

static void *meter_realloc(void *user, void *block, size_t size) {
  meter *m = user;
  if (++m->calls == m->failing) return NULL;
  void *result = realloc(block, size);
  if (block == NULL && result != NULL) m->blocks++;
  return result;
}

static void *meter_alloc(void *user, size_t size) { return meter_realloc(user, NULL, size); }

static void meter_free(void *user, void *block) {
  meter *m = user;
  if (block != NULL) m->blocks--;
  free(block);
}

static void every_allocation_may_fail(void **state) {
  (void)state;
  size_t length;
  char *text = object_of(1000, &length);
  meter m = {0};
  const vp_allocator allocator = {meter_alloc, meter_realloc, meter_free, &m};
  vp_context *context;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  const size_t before = m.blocks;
  vp_status status = VP_ERROR_MEMORY;
  for (size_t failing = 1; status != VP_OK; failing++) {
    vp_arena arena;
    vp_document document;
    vp_error error;
    vp_arena_init(&arena, context);
    m.calls = 0;
    m.failing = failing;
    status = vp_document_scan(&document, &arena, text, length, &error);
    if (status != VP_OK) assert_int_equal(status, VP_ERROR_MEMORY);
    vp_arena_free(&arena);
    assert_int_equal(m.blocks, before);
    assert_true(failing < 100);
  }
  assert_true(m.calls > 5);
  m.failing = 0;
  vp_context_free(context);
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(structure_is_refused_in_words, set_up, tear_down),
      cmocka_unit_test_setup_teardown(common_mistakes_are_named, set_up, tear_down),
      cmocka_unit_test_setup_teardown(numbers_are_refused_in_words, set_up, tear_down),
      cmocka_unit_test_setup_teardown(strings_are_refused_in_words, set_up, tear_down),
      cmocka_unit_test_setup_teardown(repeated_keys_are_refused_by_name, set_up, tear_down),
      cmocka_unit_test_setup_teardown(text_with_nul_is_refused, set_up, tear_down),
      cmocka_unit_test_setup_teardown(values_have_their_places, set_up, tear_down),
      cmocka_unit_test_setup_teardown(text_is_kept_without_mark_and_with_nul, set_up, tear_down),
      cmocka_unit_test_setup_teardown(failure_leaves_the_result_alone, set_up, tear_down),
      cmocka_unit_test_setup_teardown(text_over_the_limit_is_refused, set_up, tear_down),
      cmocka_unit_test_setup_teardown(every_prefix_is_refused, set_up, tear_down),
      cmocka_unit_test_setup_teardown(nesting_has_a_limit, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_million_keys_are_compared, set_up, tear_down),
      cmocka_unit_test_setup_teardown(a_long_string_is_one_value, set_up, tear_down),
      cmocka_unit_test_setup_teardown(long_keys_are_cut_in_messages, set_up, tear_down),
      cmocka_unit_test(every_allocation_may_fail),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
