/* The words of the views, in Swedish and English. */
#ifndef CLI_WORDS_H
#define CLI_WORDS_H

#include <vp/plan.h>
#include <vp/language.h>

#include "options.h"

/* The language to speak: what --lang says, or else the plan's own. */
vp_language cli_language(const cli_options *options, const vp_plan *plan);
vp_language cli_profile_language(const cli_options *options);

/* The word for a name of the plan file or of the library ("council", "not_met"). A name that is
 * not known is its own word, so that a newer library's names still show. */
const char *cli_word(vp_language language, const char *name);

/* One of two forms by a count: 1 risk, 2 risker. */
const char *cli_plural(vp_language language, const char *name, size_t count);

#endif
