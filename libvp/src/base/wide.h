/* Unsigned 128-bit numbers, as far as sums of squares need them. What does not fit stays at the
 * largest. */
#ifndef VP_BASE_WIDE_H
#define VP_BASE_WIDE_H

#include <stdint.h>

typedef struct vp_wide {
  uint64_t high;
  uint64_t low;
} vp_wide;

vp_wide vp_wide_square(uint64_t a);
vp_wide vp_wide_add(vp_wide a, vp_wide b);
vp_wide vp_wide_times(vp_wide a, uint32_t factor);
int vp_wide_compare(vp_wide a, vp_wide b);
double vp_wide_to_double(vp_wide a);

#endif
