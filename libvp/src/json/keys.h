/* The keys of the objects that are open, to find those that stand twice. */
#ifndef VP_JSON_KEYS_H
#define VP_JSON_KEYS_H

#include <stdint.h>

#include "base/error.h"

typedef struct vp_key {
  const char *text; /* behind the opening quote */
  uint32_t hash;    /* of what the key says, escapes resolved and ASCII letters folded */
} vp_key;

typedef struct vp_keys {
  vp_key *items;
  size_t count;
  size_t capacity;
} vp_keys;

struct vp_scanner;

/* text is a scanned string, from behind its opening quote. */
vp_status vp_keys_push(struct vp_scanner *scanner, const char *text);

/* Takes the keys from first on away, unless two of them are equal or equal but for case. */
vp_status vp_keys_pop(struct vp_scanner *scanner, size_t first);

#endif
