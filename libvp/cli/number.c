#include "number.h"

#include <stdio.h>

void cli_put_number(cli_text *out, vp_decimal number, vp_unit unit, vp_language language,
                    int flags) {
  char text[VP_NUMBER_TEXT_SIZE];
  vp_number_format(text, sizeof text, number, unit, language, flags);
  cli_text_put(out, text);
}

void cli_put_count(cli_text *out, size_t count) {
  char text[32];
  snprintf(text, sizeof text, "%zu", count);
  cli_text_put(out, text);
}

/* Whether the number says all, so that it can be written as the language does. */
static bool is_plain(vp_quantity quantity) {
  return quantity.state == VP_QUANTITY_NUMBER &&
         (quantity.bare ||
          (quantity.qualifier == VP_QUALIFIER_NONE && quantity.unit != VP_UNIT_OTHER));
}

void cli_put_quantity(cli_text *out, vp_quantity quantity, vp_unit heading, vp_language language,
                      int flags) {
  vp_unit unit = (vp_unit)quantity.unit;
  if (is_plain(quantity))
    cli_put_number(out, quantity.value, unit != heading ? unit : VP_UNIT_NONE, language, flags);
  else if (quantity.text != NULL)
    cli_text_put(out, quantity.text);
}

const char *cli_name(const vp_element *element) {
  static const char *const fields[] = {"title", "label", "name"};
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
    const char *name = vp_element_text(element, fields[i], 0);
    if (name != NULL) return name;
  }
  const char *id = vp_element_id(element);
  return id != NULL ? id : "";
}
