/* libvp's own profiles, which are files of the source tree. */
#include <string.h>

#include <vp/profile.h>

#include "profiles.inc"

/* A profile's file is called as the profile. */
static const char *const names[] = {"4x4", "5x5", "bollebygd"};

enum { COUNT = sizeof names / sizeof *names };
_Static_assert(COUNT == sizeof embedded / sizeof *embedded, "every profile has its name here");

const char *vp_profile_name_at(size_t index) { return index < COUNT ? names[index] : NULL; }

const char *vp_profile_text(const char *name) {
  size_t length = strlen(name);
  for (size_t i = 0; i < COUNT; i++) {
    const char *file = embedded[i].name;
    if (strncmp(file, name, length) == 0 && strcmp(file + length, ".json") == 0)
      return embedded[i].text;
  }
  return NULL;
}
