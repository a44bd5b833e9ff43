#include "outcome.h"

#include <string.h>

#include "number.h"
#include "words.h"

vp_quantity cli_complete(const vp_element *indicator, vp_quantity quantity) {
  const char *unit = vp_element_text(indicator, "unit", 0);
  int32_t decimals = -1;
  vp_element_integer(&decimals, indicator, "decimals");
  return vp_quantity_complete(quantity,
                              unit != NULL ? vp_unit_parse(unit, strlen(unit)) : VP_UNIT_NONE,
                              decimals, VP_ROUNDING_ROUNDED);
}

static void put(cli_text *out, const vp_element *indicator, const vp_element *element,
                const char *field, size_t index, vp_language language) {
  vp_quantity quantity = cli_complete(indicator, vp_element_quantity(element, field, index));
  cli_put_quantity(out, quantity, VP_UNIT_NONE, language, 0);
}

void cli_put_outcome(cli_text *out, const vp_element *indicator, const vp_element *observation,
                     vp_language language) {
  put(out, indicator, observation, "value", 0, language);
}

static void put_change(cli_text *out, const vp_element *indicator, const vp_element *target,
                       const char *field, vp_language language) {
  cli_text_put(out, cli_word(language, field));
  cli_text_put(out, " ");
  cli_text_put(out, vp_element_text(target, field, 0));
  bool by = vp_element_count(target, "by") > 0;
  bool by_percent = vp_element_count(target, "by_percent") > 0;
  if (!by && !by_percent) return;
  cli_text_put(out, " ");
  cli_text_put(out, cli_word(language, "by"));
  cli_text_put(out, " ");
  if (by) {
    put(out, indicator, target, "by", 0, language);
  } else {
    vp_quantity percent = vp_element_quantity(target, "by_percent", 0);
    percent = vp_quantity_complete(percent, VP_UNIT_PERCENT, -1, VP_ROUNDING_ROUNDED);
    cli_put_quantity(out, percent, VP_UNIT_NONE, language, 0);
  }
}

static void compose(cli_text *out, const vp_element *indicator, const vp_element *target,
                    vp_language language) {
  static const struct {
    const char *field, *sign;
  } limits[] = {{"at_least", "≥ "}, {"at_most", "≤ "}, {"equal", ""}};
  static const char *const changes[] = {"increase_from", "decrease_from"};
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
    if (vp_element_count(target, limits[i].field) == 0) continue;
    cli_text_put(out, limits[i].sign);
    put(out, indicator, target, limits[i].field, 0, language);
  }
  if (vp_element_count(target, "between") > 0) {
    put(out, indicator, target, "between", 0, language);
    cli_text_put(out, "–");
    put(out, indicator, target, "between", 1, language);
  }
  const char *function = vp_element_text(target, "function", 0);
  if (function != NULL) {
    cli_text_put(out, cli_word(language, "by_function"));
    cli_text_put(out, " ");
    cli_text_put(out, function);
  }
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
    if (vp_element_count(target, changes[i]) > 0)
      put_change(out, indicator, target, changes[i], language);
  if (vp_element_count(target, "trend") > 0)
    cli_text_put(out, cli_word(language, vp_element_text(target, "trend", 0)));
  if (vp_element_flag(target, "follow")) cli_text_put(out, cli_word(language, "follow"));
}

void cli_put_target(cli_text *out, const vp_element *indicator, vp_language language) {
  const vp_element *target = vp_element_child(indicator, "target", 0);
  if (target == NULL) return;
  const char *text = vp_element_text(target, "text", 0);
  if (text != NULL)
    cli_text_put(out, text);
  else
    compose(out, indicator, target, language);
}
