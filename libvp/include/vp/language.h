/* The languages in which libvp speaks, and how numbers are written in them. */
#ifndef VP_LANGUAGE_H
#define VP_LANGUAGE_H

#include <vp/quantity.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum vp_language { VP_LANGUAGE_SV = 0, VP_LANGUAGE_EN } vp_language;

/* "sv" or "en"; false for anything else. */
VP_API bool vp_language_parse(vp_language *out, const char *text);

enum {
  VP_FORMAT_SIGNED = 1, /* a plus sign above zero */
  VP_NUMBER_TEXT_SIZE = 160
};

/* The number as it is written in the language, with its unit's symbol: "1 949,5 mnkr" and "−0,1 %"
 * in Swedish (no-break spaces, a real minus sign), "1,949.5 mnkr" and "-0.1%" in English. Returns
 * the length without the NUL, as snprintf does; VP_NUMBER_TEXT_SIZE bytes hold any number. */
VP_API size_t vp_number_format(char *buffer, size_t size, vp_decimal number, vp_unit unit,
                               vp_language language, int flags);

/* "[231,15; 231,25] mnkr": square brackets where an end belongs to the interval, round ones where
 * it does not. Twice VP_NUMBER_TEXT_SIZE bytes hold any interval. */
VP_API size_t vp_interval_format(char *buffer, size_t size, vp_interval interval, vp_unit unit,
                                 vp_language language);

#ifdef __cplusplus
}
#endif

#endif
