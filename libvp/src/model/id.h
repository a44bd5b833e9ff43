#ifndef VP_MODEL_ID_H
#define VP_MODEL_ID_H

#include <stdbool.h>

/* As a regular expression, for the schema: Latin letters (ASCII and U+00C0 to U+024F), digits, '_',
 * '-', ':'. */
#define VP_ID_PATTERN "^[A-Za-z0-9_\\u00C0-\\u024F][A-Za-z0-9_:\\u00C0-\\u024F-]*$"

bool vp_id_is_valid(const char *text);

/* "family/name", both of lower-case letters, digits and '-'. */
bool vp_rule_id_is_valid(const char *text);

#endif
