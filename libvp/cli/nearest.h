/* What the user probably meant. */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

#include <stddef.h>

/* The name that is at most two typing slips away, fewest first; NULL for none. */
const char *cli_nearest(const char *written, const char *const *names, size_t count);

#endif
