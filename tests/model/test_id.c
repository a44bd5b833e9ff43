#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "model/id.h"

static void ids(void **state) {
  (void)state;
  static const char *const valid[] = {"a",
                                      "Z",
                                      "0",
                                      "_",
                                      "r1",
                                      "2026",
                                      "a-b",
                                      "a:b",
                                      "a_b-",
                                      "åäö",
                                      "Ö",
                                      "é",
                                      "\xC3\x80" /* U+00C0 */,
                                      "\xC9\x8F" /* U+024F */};
  static const char *const invalid[] = {"",
                                        "-",
                                        "-a",
                                        ":a",
                                        "a.b",
                                        "a b",
                                        "a/b",
                                        "a\nb",
                                        "a\n",
                                        "a~",
                                        "a\"",
                                        "[",
                                        "@",
                                        "`",
                                        "{",
                                        "\xC2\xBF" /* U+00BF */,
                                        "\xC9\x90" /* U+0250 */,
                                        "π",
                                        "日",
                                        "\xF0\x9F\x98\x80",
                                        "a\xE2\x80\x93" /* an en dash */,
                                        "a\xCC\x8A" /* a combining ring */,
                                        "\xC3",
                                        "\xFF"};
  for (size_t i = 0; i < sizeof valid / sizeof *valid; i++)
    if (!vp_id_is_valid(valid[i])) fail_msg("%s", valid[i]);
  for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++)
    if (vp_id_is_valid(invalid[i])) fail_msg("%s", invalid[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ids),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
