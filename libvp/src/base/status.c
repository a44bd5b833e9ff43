#include <vp/status.h>

const char *vp_status_name(vp_status status) {
  switch (status) {
    case VP_OK: return "ok";
    case VP_ERROR_MEMORY: return "memory";
    case VP_ERROR_ARGUMENT: return "argument";
    case VP_ERROR_SYNTAX: return "syntax";
    case VP_ERROR_FORMAT: return "format";
    case VP_ERROR_RANGE: return "range";
    case VP_ERROR_WRITE: return "write";
    case VP_ERROR_CALLBACK: return "callback";
  }
  return "unknown";
}
