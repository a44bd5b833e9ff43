/* What every public header shares: which symbols the shared library exports. */
#ifndef VP_API_H
#define VP_API_H

#if defined(_WIN32) && defined(VP_SHARED)
#ifdef VP_BUILDING
#define VP_API __declspec(dllexport)
#else
#define VP_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define VP_API __attribute__((visibility("default")))
#else
#define VP_API
#endif

#endif
