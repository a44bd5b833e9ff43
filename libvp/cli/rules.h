/* The list of the rules. */
#ifndef CLI_RULES_H
#define CLI_RULES_H

#include <stdbool.h>

#include <vp/rule.h>

/* Prints the rules of one family, or all of them for NULL; false when there is no such family. */
bool cli_rules_print(const char *family, vp_language language);

/* "error" in the language. */
const char *cli_severity_word(vp_severity severity, vp_language language);

#endif
