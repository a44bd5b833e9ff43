/* A number as a plan prints it: its value, its last printed digit, its unit and the words
 * around it (cirka, drygt, …). What could not be read is kept as it was written. */
#ifndef VP_QUANTITY_H
#define VP_QUANTITY_H

#include <vp/interval.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum vp_unit {
  VP_UNIT_NONE = 0,
  VP_UNIT_KR,
  VP_UNIT_TKR,  /* 10^3 kr */
  VP_UNIT_MNKR, /* 10^6 kr */
  VP_UNIT_MDKR, /* 10^9 kr */
  VP_UNIT_PERCENT,
  VP_UNIT_PERCENTAGE_POINT,
  VP_UNIT_COUNT,
  VP_UNIT_INDEX,
  VP_UNIT_OTHER /* a unit of the plan's own, known by its text only */
} vp_unit;

/* Swedish or English, case ignored: "mnkr", "Mkr", "miljoner kronor", "%", "procent",
 * "procentenheter", "antal", "st", "count", "index", …; VP_UNIT_NONE for an empty text and
 * VP_UNIT_OTHER for any other. */
VP_API vp_unit vp_unit_parse(const char *text, size_t length);

/* The unit as it stands after a number ("mnkr", "%"); "" for NONE, COUNT, INDEX and OTHER. */
VP_API const char *vp_unit_symbol(vp_unit unit);

/* Whether the unit is an amount of money, and the power of ten that turns it into kr. */
VP_API bool vp_unit_is_money(vp_unit unit);
VP_API int32_t vp_unit_exponent(vp_unit unit);

/* How far a printed number may lie from the true one. With u for a unit of the last printed
 * digit, z for a unit of the last printed digit that is not zero and w for max(z/2, u):
 *   none      see vp_rounding
 *   cirka     [v-w, v+w]    drygt    (v, v+w]    knappt   [v-w, v)
 *   over      (v, ∞)        under    (-∞, v)     at_least [v, ∞)     at_most (-∞, v] */
typedef enum vp_qualifier {
  VP_QUALIFIER_NONE = 0,
  VP_QUALIFIER_CIRKA,    /* cirka, ca, omkring, ungefär, runt; about */
  VP_QUALIFIER_DRYGT,    /* drygt; just over */
  VP_QUALIFIER_KNAPPT,   /* knappt, nästan; almost, just under */
  VP_QUALIFIER_OVER,     /* över, mer än; over, more than */
  VP_QUALIFIER_UNDER,    /* under, mindre än; less than */
  VP_QUALIFIER_AT_LEAST, /* minst; at least */
  VP_QUALIFIER_AT_MOST   /* högst, max; at most */
} vp_qualifier;

/* What was done to the true number before it was printed.
 *   rounded    [v-u/2, v+u/2]
 *   truncated  [v, v+u) above zero, (v-u, v] below, (-u, u) at zero
 *   exact      [v, v]
 * A count is exact whatever the rounding says, unless it has a qualifier. */
typedef enum vp_rounding {
  VP_ROUNDING_ROUNDED = 0,
  VP_ROUNDING_TRUNCATED,
  VP_ROUNDING_ADJUSTED, /* rounded, then adjusted so that the table adds up */
  VP_ROUNDING_EXACT
} vp_rounding;

typedef enum vp_quantity_state {
  VP_QUANTITY_MISSING = 0, /* nothing stands there */
  VP_QUANTITY_NUMBER,
  VP_QUANTITY_YES,       /* ja, yes, true */
  VP_QUANTITY_NO,        /* nej, no, false */
  VP_QUANTITY_UNREADABLE /* text that is none of these; also a number that does not fit */
} vp_quantity_state;

typedef struct vp_quantity {
  vp_decimal value;  /* when the state is NUMBER; its exponent is the last printed digit */
  const char *text;  /* as written, or NULL; borrowed from what the quantity was read from */
  uint8_t state;     /* vp_quantity_state */
  uint8_t qualifier; /* vp_qualifier */
  uint8_t unit;      /* vp_unit written with the number itself */
  uint8_t rounding;  /* vp_rounding */
  bool bare;         /* a JSON number or boolean: it says nothing of precision or unit */
} vp_quantity;

/* Reads a number as a Swede types it: "231,2", "-2,3", "−0,5", "+1,3", "1 949 356 kr" (ordinary,
 * narrow and no-break spaces), "41,39 %", "cirka 10", "ja". A decimal point and dots or commas
 * between groups are not guessed at: such a text is UNREADABLE, as is anything else. Never fails;
 * text in the result is the text given, which must be NUL-terminated and outlive it. */
VP_API vp_quantity vp_quantity_parse(const char *text);

/* The same quantity as its surroundings complete it: a quantity without a unit of its own takes
 * unit; a bare number with fewer decimals is taken as printed with `decimals` (negative: not
 * declared); rounding is set. */
VP_API vp_quantity vp_quantity_complete(vp_quantity quantity, vp_unit unit, int decimals,
                                        vp_rounding rounding);

/* Where the true value may lie. VP_ERROR_ARGUMENT unless the state is NUMBER. */
VP_API vp_status vp_quantity_interval(vp_interval *out, const vp_quantity *quantity);

#ifdef __cplusplus
}
#endif

#endif
