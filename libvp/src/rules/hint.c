#include "rules/hint.h"

#include <string.h>

#include <vp/functions.h>

#include "base/distance.h"

enum { MOST_WORK = 1 << 26 }; /* bytes held against each other, in one run */

vp_hint vp_hint_begin(vp_run *run, const char *wanted) {
  return (vp_hint){.run = run, .wanted = wanted, .distance = SIZE_MAX};
}

bool vp_hint_goes_on(const vp_hint *hint) { return hint->run->hint_work < MOST_WORK; }

void vp_hint_consider(vp_hint *hint, const char *id) {
  hint->run->hint_work++;
  if (id == NULL || !vp_hint_goes_on(hint)) return;
  size_t distance, wanted = strlen(hint->wanted), length = strlen(id);
  bool may_be = vp_distance_may_be_hint(wanted, length);
  hint->run->hint_work += wanted + length + (may_be ? wanted * length : 0);
  if (!may_be || !vp_distance_is_hint(hint->wanted, id, &distance)) return;
  if (distance >= hint->distance) return;
  hint->distance = distance;
  hint->nearest = id;
}

const char *vp_hint_found(const vp_hint *hint) {
  return vp_hint_goes_on(hint) ? hint->nearest : NULL;
}
