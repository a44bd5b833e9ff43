/* Numbers and elements as texts, in one language. */
#ifndef CLI_NUMBER_H
#define CLI_NUMBER_H

#include <vp/language.h>
#include <vp/plan.h>

#include "text.h"

/* Adds the number; flags as vp_number_format's. */
void cli_put_number(cli_text *out, vp_decimal number, vp_unit unit, vp_language language,
                    int flags);
void cli_put_count(cli_text *out, size_t count);

/* Adds a number as it is written in the language, with its unit unless that is the heading's;
 * "cirka 10" and the like as the plan prints it. Nothing for what is missing. */
void cli_put_quantity(cli_text *out, vp_quantity quantity, vp_unit heading, vp_language language,
                      int flags);

/* How an element is called: its title, label, name or id. */
const char *cli_name(const vp_element *element);

#endif
