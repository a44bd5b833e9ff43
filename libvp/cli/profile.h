/* The profile that the command line names: a file, or one of libvp's own. */
#ifndef CLI_PROFILE_H
#define CLI_PROFILE_H

#include <vp/profile.h>

/* A profile, and those that it extends, the nearest first. */
typedef struct cli_profiles {
  vp_profile **items;
  size_t count;
} cli_profiles;

/* false, with a message on standard error, when it cannot be used. What a profile extends is looked
 * for from the folder that the profile lies in. */
bool cli_profiles_read(cli_profiles *out, const char *name);
void cli_profiles_free(cli_profiles *profiles);

#endif
