#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>

#include <cjson/cJSON.h>
#include <vp/schema.h>

#include "../base/allocator.h"
#include "../base/random.h"
#include "base/utf8.h"
#include "generator.h"

static output schema_text(void) {
  output out = {NULL, 0};
  const vp_sink sink = {output_write, &out};
  assert_int_equal(vp_schema_write(NULL, &sink, NULL), VP_OK);
  return out;
}

static cJSON *read_schema(void) {
  output text = schema_text();
  cJSON *schema = cJSON_Parse(text.bytes);
  assert_non_null(schema);
  free(text.bytes);
  return schema;
}

static const char *text_of(const cJSON *object, const char *key) {
  const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, key);
  assert_true(cJSON_IsString(value));
  return value->valuestring;
}

/* What follows is as much of JSON Schema as the plan's schema uses. */

static uint32_t next_character(const char **at) {
  size_t size = vp_utf8_sequence(*at, strlen(*at));
  assert_true(size > 0);
  uint32_t character = vp_utf8_decode(*at, size);
  *at += size;
  return character;
}

/* Whether a class of characters, "[a-z_]", has one; *class is moved behind it. */
static bool class_has(const char **class, uint32_t character) {
  bool found = false;
  assert_true(**class == '[');
  ++*class;
  while (**class != ']') {
    uint32_t low = next_character(class), high = low;
    if (**class == '-' && (*class)[1] != ']') {
      ++*class;
      high = next_character(class);
    }
    found = found || (character >= low && character <= high);
  }
  ++*class;
  return found;
}

/* "^[…][…]*$" */
static bool matches(const char *pattern, const char *text) {
  assert_true(*pattern == '^');
  const char *class = pattern + 1;
  if (*text == '\0' || !class_has(&class, next_character(&text))) return false;
  while (*text != '\0') {
    const char *rest = class;
    if (!class_has(&rest, next_character(&text))) return false;
    assert_string_equal(rest, "*$");
  }
  return true;
}

static bool has_type(const cJSON *value, const char *type) {
  if (strcmp(type, "object") == 0) return cJSON_IsObject(value);
  if (strcmp(type, "array") == 0) return cJSON_IsArray(value);
  if (strcmp(type, "string") == 0) return cJSON_IsString(value);
  if (strcmp(type, "number") == 0) return cJSON_IsNumber(value);
  if (strcmp(type, "null") == 0) return cJSON_IsNull(value);
  assert_string_equal(type, "integer");
  return cJSON_IsNumber(value) && floor(value->valuedouble) == value->valuedouble;
}

static bool has_one_type(const cJSON *value, const cJSON *types) {
  if (cJSON_IsString(types)) return has_type(value, types->valuestring);
  const cJSON *type;
  cJSON_ArrayForEach(type, types) {
    if (has_type(value, type->valuestring)) return true;
  }
  return false;
}

static bool is_one_of(const cJSON *value, const cJSON *options) {
  const cJSON *option;
  cJSON_ArrayForEach(option, options) {
    if (cJSON_Compare(value, option, true)) return true;
  }
  return false;
}

static bool is_valid(const cJSON *root, const cJSON *schema, const cJSON *value);

static int count_valid(const cJSON *root, const cJSON *schemas, const cJSON *value) {
  int count = 0;
  const cJSON *schema;
  cJSON_ArrayForEach(schema, schemas) { count += is_valid(root, schema, value); }
  return count;
}

static bool are_items_valid(const cJSON *root, const cJSON *schema, const cJSON *array) {
  const cJSON *item;
  cJSON_ArrayForEach(item, array) {
    if (!is_valid(root, schema, item)) return false;
  }
  return true;
}

static bool has_all(const cJSON *object, const cJSON *keys) {
  const cJSON *key;
  cJSON_ArrayForEach(key, keys) {
    if (cJSON_GetObjectItemCaseSensitive(object, key->valuestring) == NULL) return false;
  }
  return true;
}

static bool has_needed(const cJSON *object, const cJSON *needs) {
  const cJSON *keys;
  cJSON_ArrayForEach(keys, needs) {
    bool stands = cJSON_GetObjectItemCaseSensitive(object, keys->string) != NULL;
    if (stands && !has_all(object, keys)) return false;
  }
  return true;
}

/* properties, patternProperties for ^x- and additionalProperties false */
static bool has_only(const cJSON *root, const cJSON *object, const cJSON *properties) {
  const cJSON *member;
  cJSON_ArrayForEach(member, object) {
    const cJSON *schema = cJSON_GetObjectItemCaseSensitive(properties, member->string);
    if (schema == NULL && strncmp(member->string, "x-", 2) != 0) return false;
    if (schema != NULL && !is_valid(root, schema, member)) return false;
  }
  return true;
}

static bool keyword_holds(const cJSON *root, const cJSON *keyword, const cJSON *value) {
  const char *name = keyword->string;
  if (strcmp(name, "$ref") == 0) {
    assert_memory_equal(keyword->valuestring, "#/$defs/", 8);
    const cJSON *definitions = cJSON_GetObjectItemCaseSensitive(root, "$defs");
    const cJSON *target = cJSON_GetObjectItemCaseSensitive(definitions, keyword->valuestring + 8);
    assert_non_null(target);
    return is_valid(root, target, value);
  }
  if (strcmp(name, "type") == 0) return has_one_type(value, keyword);
  if (strcmp(name, "const") == 0) return cJSON_Compare(value, keyword, true);
  if (strcmp(name, "enum") == 0) return is_one_of(value, keyword);
  if (strcmp(name, "oneOf") == 0) return count_valid(root, keyword, value) == 1;
  if (strcmp(name, "anyOf") == 0) return count_valid(root, keyword, value) > 0;
  if (strcmp(name, "pattern") == 0)
    return !cJSON_IsString(value) || matches(keyword->valuestring, value->valuestring);
  if (strcmp(name, "minimum") == 0)
    return !cJSON_IsNumber(value) || value->valuedouble >= keyword->valuedouble;
  if (strcmp(name, "maximum") == 0)
    return !cJSON_IsNumber(value) || value->valuedouble <= keyword->valuedouble;
  if (strcmp(name, "minLength") == 0)
    return !cJSON_IsString(value) || (keyword->valueint == 1 && *value->valuestring != '\0');
  if (strcmp(name, "minItems") == 0)
    return !cJSON_IsArray(value) || cJSON_GetArraySize(value) >= keyword->valueint;
  if (strcmp(name, "maxItems") == 0)
    return !cJSON_IsArray(value) || cJSON_GetArraySize(value) <= keyword->valueint;
  if (strcmp(name, "required") == 0) return !cJSON_IsObject(value) || has_all(value, keyword);
  if (strcmp(name, "dependentRequired") == 0)
    return !cJSON_IsObject(value) || has_needed(value, keyword);
  if (strcmp(name, "properties") == 0)
    return !cJSON_IsObject(value) || has_only(root, value, keyword);
  if (strcmp(name, "items") == 0)
    return !cJSON_IsArray(value) || are_items_valid(root, keyword, value);
  static const char *const others[] = {"$schema",
                                       "$id",
                                       "title",
                                       "description",
                                       "patternProperties",
                                       "$defs",
                                       "additionalProperties"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (strcmp(name, others[i]) == 0) return true;
  fail_msg("unknown keyword %s", name);
  return false;
}

static bool is_valid(const cJSON *root, const cJSON *schema, const cJSON *value) {
  const cJSON *keyword;
  cJSON_ArrayForEach(keyword, schema) {
    if (!keyword_holds(root, keyword, value)) return false;
  }
  return true;
}

/* The schema and the reader, asked about the same text. */
static bool schema_accepts(const cJSON *schema, const char *json) {
  cJSON *value = cJSON_Parse(json);
  assert_non_null(value);
  bool valid = is_valid(schema, schema, value);
  cJSON_Delete(value);
  return valid;
}

static vp_status read_status(const char *json, vp_error *error) {
  vp_plan *plan = NULL;
  vp_status status = vp_plan_read(&plan, NULL, json, strlen(json), error);
  vp_plan_free(plan);
  return status;
}

static void check_agreement(const cJSON *schema, const char *json) {
  vp_error error = {.message = ""};
  vp_status status = read_status(json, &error);
  assert_true(status == VP_OK || status == VP_ERROR_FORMAT);
  if (schema_accepts(schema, json) != (status == VP_OK))
    fail_msg("the reader says \"%s\" to %s", error.message, json);
}

static void both_accept_the_plans(void **state) {
  (void)state;
  static const char *const names[] = {"bollebygd-socialnamnden-2026",
                                      "bollebygd-socialnamnden-2026-scan", "programme-risks-5x5"};
  cJSON *schema = read_schema();
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    output example = example_text(names[i]);
    assert_int_equal(read_status(example.bytes, NULL), VP_OK);
    assert_true(schema_accepts(schema, example.bytes));
    free(example.bytes);
  }
  char *generated = generate_plan();
  assert_int_equal(read_status(generated, NULL), VP_OK);
  assert_true(schema_accepts(schema, generated));
  free(generated);
  cJSON_Delete(schema);
}

static void both_agree_on_values(void **state) {
  (void)state;
  static const char *const members[] = {
      "'language':'sv'",
      "'language':'fi'",
      "'language':null",
      "'source':{'page':1}",
      "'source':{'page':1.0}",
      "'source':{'page':1e2}",
      "'source':{'page':0}",
      "'source':{'page':99999}",
      "'source':{'page':99999.5}",
      "'source':{'page':100000}",
      "'source':{'page':1e300}",
      "'x-a':[]",
      "'x-':1",
      "'x':1",
      "'X-a':1",
      "'':1",
      "'units':[]",
      "'units':[null]",
      "'units':[{'id':'a','name':''}]",
      "'units':[{'id':'-a','name':''}]",
      "'units':[{'id':':a','name':''}]",
      "'units':[{'id':'_a:-','name':''}]",
      "'units':[{'id':'\xC3\x84\xC9\x8F','name':''}]",
      "'units':[{'id':'\xC9\x90','name':''}]",
      "'units':[{'id':'\xC2\xBF','name':''}]",
      "'units':[{'id':'a.b','name':''}]",
      "'units':[{'id':'a b','name':''}]",
      "'units':[{'id':'','name':''}]",
      "'units':[{'id':'\xF0\x9F\x98\x80','name':''}]",
      "'budget':{'tables':[{'id':'t','columns':['a',{'id':'b'}],'rows':[]}]}",
      "'budget':{'tables':[{'id':'t','columns':['a b'],'rows':[]}]}",
      "'budget':{'tables':[{'id':'t','columns':[1],'rows':[]}]}",
      "'budget':{'ties':[{'equal':[]}]}",
      "'budget':{'ties':[{'equal':['a']}]}",
      "'claims':[{'text':'','says':null,'share':['a','b']}]",
      "'claims':[{'text':'','says':null,'share':['a']}]",
      "'claims':[{'text':'','says':null}]",
      "'claims':[{'text':'','says':null,'equal':'a','count':'b'}]",
      "'claims':[{'text':'','says':true,'equal':'a'}]",
      "'indicators':[{'id':'i','name':'','target':{'follow':true}}]",
      "'indicators':[{'id':'i','name':'','target':{'follow':false}}]",
      "'indicators':[{'id':'i','name':'','target':{'at_least':null}}]",
      "'indicators':[{'id':'i','name':'','target':{'at_least':null,'follow':true}}]",
  };
  cJSON *schema = read_schema();
  for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
    output json = {NULL, 0};
    output_put(&json, "{'format':'vp-plan/1','id':'p','title':'','period':'',");
    output_put(&json, members[i]);
    output_put(&json, "}");
    straighten(json.bytes);
    check_agreement(schema, json.bytes);
    free(json.bytes);
  }
  cJSON_Delete(schema);
}

/* Of each list of objects, one. */
static void thin_out(cJSON *value, uint64_t *seed) {
  if (cJSON_IsArray(value) && cJSON_IsObject(value->child)) {
    int kept = (int)random_between(seed, 0, cJSON_GetArraySize(value) - 1);
    for (; kept > 0; kept--) cJSON_DeleteItemFromArray(value, 0);
    while (value->child->next != NULL) cJSON_DeleteItemFromArray(value, 1);
  }
  for (cJSON *child = value->child; child != NULL; child = child->next) thin_out(child, seed);
}

static size_t count_values(const cJSON *value) {
  size_t count = 1;
  for (const cJSON *child = value->child; child != NULL; child = child->next)
    count += count_values(child);
  return count;
}

/* The n-th value below value, and what it stands in. */
static cJSON *nth_value(cJSON *value, size_t *n, cJSON **parent) {
  for (cJSON *child = value->child; child != NULL; child = child->next) {
    *parent = value;
    if (--*n == 0) return child;
    cJSON *found = nth_value(child, n, parent);
    if (found != NULL) return found;
  }
  return NULL;
}

static cJSON *random_sample(uint64_t *seed) {
  static const char *const samples[] = {"null",
                                        "true",
                                        "false",
                                        "0",
                                        "1",
                                        "1.5",
                                        "-1",
                                        "7.0",
                                        "100000",
                                        "1e300",
                                        "\"\"",
                                        "\"a\"",
                                        "\"a b\"",
                                        "\"2026\"",
                                        "\"sv\"",
                                        "\"council\"",
                                        "\"product\"",
                                        "\"vp-plan/1\"",
                                        "[]",
                                        "{}",
                                        "[\"a\"]",
                                        "[1,2]",
                                        "[\"a\",\"b\"]",
                                        "{\"id\":\"a\"}",
                                        "[{}]"};
  return cJSON_Parse(samples[random_between(seed, 0, sizeof samples / sizeof *samples - 1)]);
}

static const char *random_key(uint64_t *seed) {
  static const char *const keys[] = {"id",    "title", "text",   "values", "x-a",   "nonsense",
                                     "equal", "count", "follow", "by",     "share", "source"};
  return keys[random_between(seed, 0, sizeof keys / sizeof *keys - 1)];
}

static void mutate(cJSON *plan, uint64_t *seed) {
  size_t n = (size_t)random_between(seed, 1, (int64_t)count_values(plan) - 1);
  cJSON *parent = plan, *chosen = nth_value(plan, &n, &parent);
  const char *key = chosen->string;
  switch (random_between(seed, 0, 3)) {
    case 0: cJSON_Delete(cJSON_DetachItemViaPointer(parent, chosen)); break;
    case 1:
      if (key == NULL)
        cJSON_AddItemToArray(parent, random_sample(seed));
      else
        cJSON_AddItemToObject(parent, random_key(seed), random_sample(seed));
      break;
    case 2:
      if (key == NULL) break;
      cJSON_AddItemToObject(parent, random_key(seed), cJSON_DetachItemViaPointer(parent, chosen));
      break;
    default: {
      cJSON *sample = random_sample(seed);
      if (key != NULL) {
        sample->string = cJSON_malloc(strlen(key) + 1);
        memcpy(sample->string, key, strlen(key) + 1);
      }
      cJSON_ReplaceItemViaPointer(parent, chosen, sample);
    }
  }
}

static vp_status change_and_check(const cJSON *schema, const cJSON *plan, uint64_t *seed) {
  cJSON *copy = cJSON_Duplicate(plan, true);
  mutate(copy, seed);
  if (random_between(seed, 0, 3) == 0) mutate(copy, seed);
  char *changed = cJSON_PrintUnformatted(copy);
  vp_status status = read_status(changed, NULL);
  /* The schema cannot say that a key stands twice. */
  if (status != VP_ERROR_SYNTAX) check_agreement(schema, changed);
  cJSON_free(changed);
  cJSON_Delete(copy);
  return status;
}

static void both_agree_on_random_changes(void **state) {
  (void)state;
  cJSON *schema = read_schema();
  char *json = generate_plan();
  uint64_t seed = 1;
  int accepted = 0, refused = 0;
  for (int round = 0; round < 40; round++) {
    cJSON *plan = cJSON_Parse(json);
    thin_out(plan, &seed);
    for (int change = 0; change < 40; change++) {
      vp_status status = change_and_check(schema, plan, &seed);
      accepted += status == VP_OK;
      refused += status == VP_ERROR_FORMAT;
    }
    cJSON_Delete(plan);
  }
  assert_true(accepted > 200 && refused > 200);
  cJSON_Delete(schema);
  free(json);
}

/* Every kind of element is defined, once. */
static void every_shape_is_defined(void **state) {
  (void)state;
  cJSON *schema = read_schema();
  assert_string_equal(text_of(schema, "$schema"), "https://json-schema.org/draft/2020-12/schema");
  const cJSON *definitions = cJSON_GetObjectItemCaseSensitive(schema, "$defs");
  for (const cJSON *a = definitions->child; a != NULL; a = a->next)
    for (const cJSON *b = a->next; b != NULL; b = b->next)
      assert_string_not_equal(a->string, b->string);
  cJSON_Delete(schema);
}

static int refuse(void *user, const char *bytes, size_t length) {
  (void)user;
  (void)bytes;
  (void)length;
  return 1;
}

static void failures_are_said(void **state) {
  (void)state;
  vp_error error;
  const vp_sink refusing = {refuse, NULL};
  assert_int_equal(vp_schema_write(NULL, &refusing, &error), VP_ERROR_WRITE);
  assert_string_equal(error.message, "the output could not be written");

  counting_allocator counter = {.calls = 1};
  const vp_allocator allocator = counting(&counter);
  vp_context *context;
  assert_int_equal(vp_context_new(&context, &allocator, NULL), VP_OK);
  vp_status status = VP_ERROR_MEMORY;
  for (int n = 0; status != VP_OK; n++) {
    output out = {NULL, 0};
    const vp_sink sink = {output_write, &out};
    counter.calls = n;
    status = vp_schema_write(context, &sink, &error);
    if (status != VP_OK) {
      assert_int_equal(status, VP_ERROR_MEMORY);
      assert_null(out.bytes); /* all or nothing */
    }
    free(out.bytes);
    assert_int_equal(counter.live, 1);
  }
  vp_context_free(context);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_shape_is_defined), cmocka_unit_test(both_accept_the_plans),
      cmocka_unit_test(both_agree_on_values),   cmocka_unit_test(both_agree_on_random_changes),
      cmocka_unit_test(failures_are_said),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
