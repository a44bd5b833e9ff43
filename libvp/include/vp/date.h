/* Dates and periods as a plan writes them. What is no date stays what was written. */
#ifndef VP_DATE_H
#define VP_DATE_H

#include <stdbool.h>

#include <vp/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A day of the Gregorian calendar, years 1 to 9999. */
typedef struct vp_date {
  int16_t year;
  uint8_t month; /* 1 to 12 */
  uint8_t day;   /* 1 to 31 */
} vp_date;

VP_API bool vp_date_is_valid(vp_date date);
VP_API int vp_date_compare(vp_date a, vp_date b);

/* ISO 8601: Monday is 1, Sunday 7. The date must be valid. */
VP_API int vp_date_weekday(vp_date date);

/* "måndag", "Mon", "lördagen", …: Swedish or English, case ignored; 0 for no weekday's name. */
VP_API int vp_weekday_parse(const char *text);

typedef enum vp_period_kind {
  VP_PERIOD_MISSING = 0,
  VP_PERIOD_YEAR,        /* 2026 */
  VP_PERIOD_HALF,        /* 2026-H1 */
  VP_PERIOD_QUARTER,     /* 2026-Q3 */
  VP_PERIOD_MONTH,       /* 2026-03 */
  VP_PERIOD_DAY,         /* 2026-03-14 */
  VP_PERIOD_RANGE,       /* 2025-01/2025-11: two of the above with '/' */
  VP_PERIOD_SEASON,      /* "våren 2026", "spring 2026": its days are not known, only its year */
  VP_PERIOD_PLACEHOLDER, /* 2024-XX-XX: X stands where a digit is to come */
  VP_PERIOD_IMPOSSIBLE,  /* 2026-02-30, 2026-13, 2026-Q5, 2026/2025 */
  VP_PERIOD_UNREADABLE   /* any other text */
} vp_period_kind;

typedef struct vp_period {
  vp_period_kind kind;
  vp_date first; /* of YEAR to SEASON; a season lies somewhere within its year */
  vp_date last;
  const char *text; /* as written, or NULL; borrowed */
} vp_period;

/* Never fails; text in the result is the text given: NUL-terminated, and to outlive it. */
VP_API vp_period vp_period_parse(const char *text);

/* Whether it has a first and a last day (YEAR to SEASON). */
VP_API bool vp_period_is_known(vp_period period);

/* The same days. Two unknown periods are equal when their texts are. */
VP_API bool vp_period_equal(vp_period a, vp_period b);

/* Every day of inner lies in outer; false unless both are known. */
VP_API bool vp_period_covers(vp_period outer, vp_period inner);

#ifdef __cplusplus
}
#endif

#endif
