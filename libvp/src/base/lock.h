/* A lock for the one thing in the process that threads cannot share. */
#ifndef VP_BASE_LOCK_H
#define VP_BASE_LOCK_H

#if defined(_WIN32)
#include <windows.h>
typedef SRWLOCK vp_lock;
#define VP_LOCK_INIT SRWLOCK_INIT
#define vp_lock_take(lock) AcquireSRWLockExclusive(lock)
#define vp_lock_release(lock) ReleaseSRWLockExclusive(lock)
#else
#include <pthread.h>
typedef pthread_mutex_t vp_lock;
#define VP_LOCK_INIT PTHREAD_MUTEX_INITIALIZER
#define vp_lock_take(lock) ((void)pthread_mutex_lock(lock))
#define vp_lock_release(lock) ((void)pthread_mutex_unlock(lock))
#endif

#endif
