#include <vp/version.h>

const char *vp_version(void) { return VP_VERSION; }
