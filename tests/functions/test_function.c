/* Functions with arguments and results of every type, in every number and every place: what arrives
 * is what was given. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <float.h>
#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "functions/signature.h"

#define EACH_TYPE(X) X(BOOL) X(I32) X(I64) X(U64) X(F64) X(STRING)
#define EACH_TYPE_WITH(X, A) X(A, BOOL) X(A, I32) X(A, I64) X(A, U64) X(A, F64) X(A, STRING)

typedef bool type_BOOL;
typedef int32_t type_I32;
typedef int64_t type_I64;
typedef uint64_t type_U64;
typedef double type_F64;
typedef const char *type_STRING;

#define MEMBER_BOOL truth
#define MEMBER_I32 i32
#define MEMBER_I64 i64
#define MEMBER_U64 u64
#define MEMBER_F64 f64
#define MEMBER_STRING string

enum { SAMPLES = 7 };
static const type_BOOL sample_BOOL[SAMPLES] = {true, false, true, true, false, false, true};
static const type_I32 sample_I32[SAMPLES] = {-1, INT32_MIN, INT32_MAX, 0, 1, -12345678, 9};
static const type_I64 sample_I64[SAMPLES] = {-1, INT64_MIN, INT64_MAX, 0, 1, INT32_MIN, 9};
static const type_U64 sample_U64[SAMPLES] = {1, UINT64_MAX, 1ULL << 63, 0, 7, UINT32_MAX, 9};
static const type_F64 sample_F64[SAMPLES] = {-0.0, 0.1, -DBL_MAX, DBL_MIN, 3, -2.5e-300, 9};
static const type_STRING sample_STRING[SAMPLES] = {"åäö", "", "b", "c", "dd", "eee", "9"};

static vp_scalar sample(vp_scalar_type type, size_t i) {
  i %= SAMPLES;
  switch (type) {
#define SAMPLE(T) \
  case VP_SCALAR_##T: return (vp_scalar){.type = type, .as.MEMBER_##T = sample_##T[i]};
    EACH_TYPE(SAMPLE)
    case VP_SCALAR_NONE: break;
  }
  return (vp_scalar){.type = VP_SCALAR_NONE};
}

static bool is_same(vp_scalar a, vp_scalar b) {
  if (a.type != b.type) return false;
  switch (a.type) {
    case VP_SCALAR_BOOL: return a.as.truth == b.as.truth;
    case VP_SCALAR_I32: return a.as.i32 == b.as.i32;
    case VP_SCALAR_I64: return a.as.i64 == b.as.i64;
    case VP_SCALAR_U64: return a.as.u64 == b.as.u64;
    case VP_SCALAR_F64: return memcmp(&a.as.f64, &b.as.f64, sizeof a.as.f64) == 0;
    case VP_SCALAR_STRING: return a.as.string == b.as.string;
    case VP_SCALAR_NONE: break;
  }
  return true;
}

/* What the functions below were given. */
static vp_scalar received[VP_FUNCTION_MAX_ARGUMENTS];
static size_t received_count;

#define KEEP(T)                                                                              \
  static type_##T keep_##T(type_##T value) {                                                 \
    received[received_count++] = (vp_scalar){.type = VP_SCALAR_##T, .as.MEMBER_##T = value}; \
    return value;                                                                            \
  }
EACH_TYPE(KEEP)

/* I32_0 to I32_8, and so on: no argument to eight of one type. The last one is the result. */
#define OF_ONE_TYPE(T)                                                                            \
  static type_##T T##_0(void) { return sample_##T[1]; }                                           \
  static type_##T T##_1(type_##T a) { return keep_##T(a); }                                       \
  static type_##T T##_2(type_##T a, type_##T b) { return keep_##T(a), T##_1(b); }                 \
  static type_##T T##_3(type_##T a, type_##T b, type_##T c) { return keep_##T(a), T##_2(b, c); }  \
  static type_##T T##_4(type_##T a, type_##T b, type_##T c, type_##T d) {                         \
    return keep_##T(a), T##_3(b, c, d);                                                           \
  }                                                                                               \
  static type_##T T##_5(type_##T a, type_##T b, type_##T c, type_##T d, type_##T e) {             \
    return keep_##T(a), T##_4(b, c, d, e);                                                        \
  }                                                                                               \
  static type_##T T##_6(type_##T a, type_##T b, type_##T c, type_##T d, type_##T e, type_##T f) { \
    return keep_##T(a), T##_5(b, c, d, e, f);                                                     \
  }                                                                                               \
  static type_##T T##_7(type_##T a, type_##T b, type_##T c, type_##T d, type_##T e, type_##T f,   \
                        type_##T g) {                                                             \
    return keep_##T(a), T##_6(b, c, d, e, f, g);                                                  \
  }                                                                                               \
  static type_##T T##_8(type_##T a, type_##T b, type_##T c, type_##T d, type_##T e, type_##T f,   \
                        type_##T g, type_##T h) {                                                 \
    return keep_##T(a), T##_7(b, c, d, e, f, g, h);                                               \
  }
EACH_TYPE(OF_ONE_TYPE)

/* F64_then_BOOL, and so on: every pair. */
#define OF_TWO_TYPES(A, B) \
  static type_##B A##_then_##B(type_##A a, type_##B b) { return keep_##A(a), keep_##B(b); }
#define WITH_EACH_TYPE(A) EACH_TYPE_WITH(OF_TWO_TYPES, A)
EACH_TYPE(WITH_EACH_TYPE)

/* Every type in every place, among others. */
#define OF_ALL_TYPES(A, B, C, D, E, F)                                                             \
  static type_##B from_##A(type_##A a, type_##B b, type_##C c, type_##D d, type_##E e, type_##F f, \
                           type_##A g, type_##B h) {                                               \
    return keep_##A(a), keep_##B(b), keep_##C(c), keep_##D(d), keep_##E(e), keep_##F(f),           \
           keep_##A(g), keep_##B(h);                                                               \
  }
#define EACH_ROTATION(X)              \
  X(BOOL, I32, I64, U64, F64, STRING) \
  X(I32, I64, U64, F64, STRING, BOOL) \
  X(I64, U64, F64, STRING, BOOL, I32) \
  X(U64, F64, STRING, BOOL, I32, I64) \
  X(F64, STRING, BOOL, I32, I64, U64) \
  X(STRING, BOOL, I32, I64, U64, F64)
EACH_ROTATION(OF_ALL_TYPES)

typedef struct native {
  vp_native_function function;
  vp_signature signature;
} native;

#define S(T) VP_SCALAR_##T
#define COUNTED(T, N) \
  {(vp_native_function)T##_##N, {S(T), {S(T), S(T), S(T), S(T), S(T), S(T), S(T), S(T)}, N}},
#define EACH_COUNT(T)                                                                 \
  COUNTED(T, 0)                                                                       \
  COUNTED(T, 1) COUNTED(T, 2) COUNTED(T, 3) COUNTED(T, 4) COUNTED(T, 5) COUNTED(T, 6) \
      COUNTED(T, 7) COUNTED(T, 8)
#define PAIR(A, B) {(vp_native_function)A##_then_##B, {S(B), {S(A), S(B)}, 2}},
#define EACH_PAIR(A) EACH_TYPE_WITH(PAIR, A)
#define ROTATION(A, B, C, D, E, F) \
  {(vp_native_function)from_##A, {S(B), {S(A), S(B), S(C), S(D), S(E), S(F), S(A), S(B)}, 8}},

static const native natives[] = {EACH_TYPE(EACH_COUNT) EACH_TYPE(EACH_PAIR)
                                     EACH_ROTATION(ROTATION)};
enum { NATIVES = sizeof natives / sizeof *natives };

static vp_functions *new_functions(void) {
  vp_functions *functions = NULL;
  assert_int_equal(vp_functions_new(&functions, NULL, NULL), VP_OK);
  return functions;
}

static const vp_function *registered(vp_functions *functions, const char *name,
                                     const char *signature, vp_native_function function) {
  vp_error error = {.message = ""};
  if (vp_functions_register(functions, name, signature, function, &error) != VP_OK)
    fail_msg("%s: %u: %s", signature, (unsigned)error.column, error.message);
  return vp_functions_find(functions, name);
}

static vp_scalar called(const vp_function *function, const vp_scalar *arguments, size_t count) {
  vp_scalar result = {.type = (vp_scalar_type)99};
  vp_error error = {.message = ""};
  if (vp_function_call(&result, function, arguments, count, &error) != VP_OK)
    fail_msg("%s", error.message);
  return result;
}

/* Each argument with each sample of its type, among other samples of the others. */
static void passes_all(const vp_function *function, const vp_signature *signature) {
  for (size_t round = 0; round < SAMPLES; round++) {
    vp_scalar given[VP_FUNCTION_MAX_ARGUMENTS];
    for (size_t i = 0; i < signature->count; i++)
      given[i] = sample(signature->arguments[i], round + 2 * i);
    received_count = 0;
    vp_scalar result = called(function, given, signature->count);
    assert_int_equal(received_count, signature->count);
    for (size_t i = 0; i < signature->count; i++)
      if (!is_same(received[i], given[i]))
        fail_msg("%s: argument %u", vp_function_signature(function), (unsigned)i + 1);
    vp_scalar wanted =
        signature->count > 0 ? given[signature->count - 1] : sample(signature->result, 1);
    if (!is_same(result, wanted)) fail_msg("%s: the result", vp_function_signature(function));
  }
}

static void every_signature_passes_every_value(void **state) {
  (void)state;
  for (size_t i = 0; i < NATIVES; i++) {
    vp_functions *functions = new_functions();
    char signature[VP_SIGNATURE_TEXT_SIZE];
    vp_signature_write(signature, &natives[i].signature);
    passes_all(registered(functions, "f", signature, natives[i].function), &natives[i].signature);
    vp_functions_free(functions);
  }
}

static double real(double value) { return value; }
static const char *text(const char *value) { return *value != '\0' ? value : NULL; }

static void what_is_no_number_is_no_value(void **state) {
  (void)state;
  static const double values[] = {(double)NAN, -(double)NAN, (double)INFINITY, -(double)INFINITY};
  vp_functions *functions = new_functions();
  const vp_function *f = registered(functions, "f", "f64(f64)", (vp_native_function)real);
  for (size_t i = 0; i < sizeof values / sizeof *values; i++)
    assert_int_equal(called(f, &(vp_scalar){VP_SCALAR_F64, {.f64 = values[i]}}, 1).type,
                     VP_SCALAR_NONE);
  const vp_function *g = registered(functions, "g", "string(string)", (vp_native_function)text);
  assert_int_equal(called(g, &(vp_scalar){VP_SCALAR_STRING, {.string = ""}}, 1).type,
                   VP_SCALAR_NONE);
  vp_functions_free(functions);
}

static vp_status call_of(const char *signature, const vp_scalar *arguments, size_t count,
                         vp_error *error) {
  vp_functions *functions = new_functions();
  vp_scalar result = {.type = (vp_scalar_type)99};
  received_count = 0;
  vp_status status =
      vp_function_call(&result, registered(functions, "f", signature, (vp_native_function)F64_2),
                       arguments, count, error);
  if (status != VP_OK) assert_int_equal(result.type, 99);
  if (status != VP_OK) assert_int_equal(received_count, 0);
  vp_functions_free(functions);
  return status;
}

static void arguments_are_those_of_the_signature(void **state) {
  (void)state;
  const vp_scalar f64 = {VP_SCALAR_F64, {.f64 = 1}}, i32 = {VP_SCALAR_I32, {.i32 = 1}};
  const vp_scalar none = {.type = VP_SCALAR_NONE}, odd = {.type = (vp_scalar_type)7};
  const vp_scalar no_text = {VP_SCALAR_STRING, {.string = NULL}};
  const struct {
    const char *signature;
    vp_scalar arguments[3];
    size_t count;
    const char *message;
  } cases[] = {
      {"f64(f64,f64)", {f64}, 1, "\"f\" takes 2 arguments, not 1"},
      {"f64(f64,f64)", {f64, f64, f64}, 3, "\"f\" takes 2 arguments, not 3"},
      {"f64()", {f64}, 1, "\"f\" takes 0 arguments, not 1"},
      {"f64(f64,f64)", {f64, i32}, 2, "argument 2 of \"f\" is f64, not i32"},
      {"i64(i32,f64)", {f64, f64}, 2, "argument 1 of \"f\" is i32, not f64"},
      {"f64(f64,f64)", {f64, none}, 2, "argument 2 of \"f\" is f64, not no value"},
      {"f64(f64,f64)", {odd, f64}, 2, "argument 1 of \"f\" is f64, not ?"},
      {"f64(string)", {no_text}, 1, "argument 1 of \"f\" is NULL"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    vp_error error;
    assert_int_equal(call_of(cases[i].signature, cases[i].arguments, cases[i].count, &error),
                     VP_ERROR_ARGUMENT);
    assert_string_equal(error.message, cases[i].message);
  }
  vp_error error;
  assert_int_equal(call_of("f64(f64)", NULL, 0, &error), VP_ERROR_ARGUMENT);
}

typedef struct answer {
  int status;
  vp_scalar result;
  size_t count; /* of the arguments it got */
} answer;

static int give(vp_scalar *result, const vp_scalar *arguments, size_t count, void *user) {
  answer *a = user;
  a->count = count;
  for (size_t i = 0; i < count; i++) received[i] = arguments[i];
  if (a->result.type != VP_SCALAR_NONE) *result = a->result;
  return a->status;
}

static vp_status give_to(vp_scalar *result, answer *a, vp_error *error) {
  const vp_scalar arguments[] = {{VP_SCALAR_BOOL, {.truth = true}},
                                 {VP_SCALAR_STRING, {.string = "x"}}};
  vp_functions *functions = new_functions();
  assert_int_equal(
      vp_functions_register_callback(functions, "f", "i64(bool,string)", give, a, NULL, error),
      VP_OK);
  vp_status status =
      vp_function_call(result, vp_functions_find(functions, "f"), arguments, 2, error);
  assert_int_equal(a->count, 2);
  for (size_t i = 0; i < 2; i++) assert_true(is_same(received[i], arguments[i]));
  vp_functions_free(functions);
  return status;
}

static void a_callback_gets_its_arguments_and_gives_its_result(void **state) {
  (void)state;
  vp_scalar result;
  answer a = {.result = {VP_SCALAR_I64, {.i64 = INT64_MIN}}};
  assert_int_equal(give_to(&result, &a, NULL), VP_OK);
  assert_true(is_same(result, a.result));
  a.result.type = VP_SCALAR_NONE;
  assert_int_equal(give_to(&result, &a, NULL), VP_OK);
  assert_int_equal(result.type, VP_SCALAR_NONE);
}

static void a_callback_may_fail(void **state) {
  (void)state;
  vp_error error;
  vp_scalar result = {.type = (vp_scalar_type)99};
  answer a = {.status = -1, .result = {VP_SCALAR_I64, {.i64 = 1}}};
  assert_int_equal(give_to(&result, &a, &error), VP_ERROR_CALLBACK);
  assert_string_equal(error.message, "\"f\" failed");
  a = (answer){.result = {VP_SCALAR_I32, {.i32 = 1}}};
  assert_int_equal(give_to(&result, &a, &error), VP_ERROR_CALLBACK);
  assert_string_equal(error.message, "\"f\" gave i32, not i64");
  a.result.type = (vp_scalar_type)99;
  assert_int_equal(give_to(&result, &a, &error), VP_ERROR_CALLBACK);
  assert_int_equal(result.type, 99);
}

/* Functions that keep nothing, for threads. */
static double weigh(double a, int32_t b, int64_t c, uint64_t d, bool e, const char *f) {
  return (a + b + (double)c + (double)d) * (e ? 1 : -1) + *f;
}

static int weigh_back(vp_scalar *result, const vp_scalar *a, size_t count, void *user) {
  (void)user;
  if (count != 6) return 1;
  *result = (vp_scalar){VP_SCALAR_F64,
                        {.f64 = weigh(a[0].as.f64, a[1].as.i32, a[2].as.i64, a[3].as.u64,
                                      a[4].as.truth, a[5].as.string)}};
  return 0;
}

enum { THREADS = 8, CALLS = 5000 };

static void *call_often(void *user) {
  const vp_functions *functions = user;
  for (int i = 0; i < CALLS; i++) {
    const vp_scalar arguments[] = {
        {VP_SCALAR_F64, {.f64 = i / 4.0}},  {VP_SCALAR_I32, {.i32 = -i}},
        {VP_SCALAR_I64, {.i64 = 3 * i}},    {VP_SCALAR_U64, {.u64 = (uint64_t)i}},
        {VP_SCALAR_BOOL, {.truth = i % 2}}, {VP_SCALAR_STRING, {.string = "x"}}};
    double wanted = weigh(i / 4.0, -i, 3 * i, (uint64_t)i, i % 2, "x");
    for (size_t f = 0; f < vp_functions_count(functions); f++) {
      vp_scalar result;
      if (vp_function_call(&result, vp_functions_at(functions, f), arguments, 6, NULL) != VP_OK ||
          !is_same(result, (vp_scalar){VP_SCALAR_F64, {.f64 = wanted}}))
        return NULL;
    }
  }
  return user;
}

static void threads_share_functions(void **state) {
  (void)state;
  static const char signature[] = "f64(f64,i32,i64,u64,bool,string)";
  vp_functions *functions = new_functions();
  registered(functions, "native", signature, (vp_native_function)weigh);
  assert_int_equal(vp_functions_register_callback(functions, "callback", signature, weigh_back,
                                                  NULL, NULL, NULL),
                   VP_OK);
  pthread_t threads[THREADS];
  void *results[THREADS];
  for (size_t i = 0; i < THREADS; i++)
    assert_int_equal(pthread_create(&threads[i], NULL, call_often, functions), 0);
  for (size_t i = 0; i < THREADS; i++) assert_int_equal(pthread_join(threads[i], &results[i]), 0);
  for (size_t i = 0; i < THREADS; i++) assert_ptr_equal(results[i], functions);
  vp_functions_free(functions);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_signature_passes_every_value),
      cmocka_unit_test(what_is_no_number_is_no_value),
      cmocka_unit_test(arguments_are_those_of_the_signature),
      cmocka_unit_test(a_callback_gets_its_arguments_and_gives_its_result),
      cmocka_unit_test(a_callback_may_fail),
      cmocka_unit_test(threads_share_functions),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
