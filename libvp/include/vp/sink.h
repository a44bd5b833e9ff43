/* Where output goes: the caller's function, called with one piece after another. */
#ifndef VP_SINK_H
#define VP_SINK_H

#include <vp/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* write returns 0, or anything else to stop: the writing call then returns VP_ERROR_WRITE. */
typedef struct vp_sink {
  int (*write)(void *user, const char *bytes, size_t length);
  void *user;
} vp_sink;

#ifdef __cplusplus
}
#endif

#endif
