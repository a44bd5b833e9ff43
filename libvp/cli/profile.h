/* The profile that the command line names: a file, or one of libvp's own. */
#ifndef CLI_PROFILE_H
#define CLI_PROFILE_H

#include <vp/profile.h>

/* NULL, with a message on standard error, when it cannot be used. What a profile extends is looked
 * for from the folder that the profile lies in. */
vp_profile *cli_profile_read(const char *name);

#endif
