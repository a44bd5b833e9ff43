/* What every public header shares: which symbols the shared library exports. */
#ifndef VP_API_H
#define VP_API_H

#if defined(__GNUC__) && !defined(_WIN32)
#define VP_API __attribute__((visibility("default")))
#else
#define VP_API
#endif

#endif
