#ifndef VP_VERSION_H
#define VP_VERSION_H

#include <vp/api.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Of the library that runs, "0.1.0"; static. */
VP_API const char *vp_version(void);

#ifdef __cplusplus
}
#endif

#endif
