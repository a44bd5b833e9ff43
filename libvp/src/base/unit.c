#include "base/unit.h"

#include <string.h>

#include "base/text.h"

typedef struct unit_name {
  const char *name;
  vp_unit unit;
} unit_name;

static const unit_name names[] = {
    {"kr", VP_UNIT_KR},
    {"kr.", VP_UNIT_KR},
    {":-", VP_UNIT_KR},
    {"krona", VP_UNIT_KR},
    {"kronor", VP_UNIT_KR},
    {"sek", VP_UNIT_KR},
    {"tkr", VP_UNIT_TKR},
    {"kkr", VP_UNIT_TKR},
    {"ksek", VP_UNIT_TKR},
    {"tsek", VP_UNIT_TKR},
    {"tusen kr", VP_UNIT_TKR},
    {"tusen kronor", VP_UNIT_TKR},
    {"thousand kronor", VP_UNIT_TKR},
    {"mnkr", VP_UNIT_MNKR},
    {"mkr", VP_UNIT_MNKR},
    {"msek", VP_UNIT_MNKR},
    {"milj kr", VP_UNIT_MNKR},
    {"milj. kr", VP_UNIT_MNKR},
    {"miljon kronor", VP_UNIT_MNKR},
    {"miljoner kr", VP_UNIT_MNKR},
    {"miljoner kronor", VP_UNIT_MNKR},
    {"million kronor", VP_UNIT_MNKR},
    {"mdkr", VP_UNIT_MDKR},
    {"mdr kr", VP_UNIT_MDKR},
    {"miljard kronor", VP_UNIT_MDKR},
    {"miljarder kr", VP_UNIT_MDKR},
    {"miljarder kronor", VP_UNIT_MDKR},
    {"billion kronor", VP_UNIT_MDKR},
    {"%", VP_UNIT_PERCENT},
    {"procent", VP_UNIT_PERCENT},
    {"percent", VP_UNIT_PERCENT},
    {"per cent", VP_UNIT_PERCENT},
    {"procentenhet", VP_UNIT_PERCENTAGE_POINT},
    {"procentenheter", VP_UNIT_PERCENTAGE_POINT},
    {"%-enhet", VP_UNIT_PERCENTAGE_POINT},
    {"%-enheter", VP_UNIT_PERCENTAGE_POINT},
    {"percentage point", VP_UNIT_PERCENTAGE_POINT},
    {"percentage points", VP_UNIT_PERCENTAGE_POINT},
    {"antal", VP_UNIT_COUNT},
    {"st", VP_UNIT_COUNT},
    {"st.", VP_UNIT_COUNT},
    {"styck", VP_UNIT_COUNT},
    {"stycken", VP_UNIT_COUNT},
    {"count", VP_UNIT_COUNT},
    {"number", VP_UNIT_COUNT},
    {"person", VP_UNIT_COUNT},
    {"personer", VP_UNIT_COUNT},
    {"persons", VP_UNIT_COUNT},
    {"plan", VP_UNIT_COUNT},
    {"planer", VP_UNIT_COUNT},
    {"plans", VP_UNIT_COUNT},
    {"index", VP_UNIT_INDEX},
    {"indexvärde", VP_UNIT_INDEX},
};

vp_unit vp_unit_parse(const char *text, size_t length) {
  length = vp_text_trim(&text, length);
  if (length == 0) return VP_UNIT_NONE;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    /* All begin with an ASCII letter in lower case or a sign. */
    bool may_match = (text[0] | 0x20) == names[i].name[0] &&
                     (length == 1 || (text[1] | 0x20) == (names[i].name[1] | 0x20));
    if (may_match && vp_text_is(text, length, names[i].name)) return names[i].unit;
  }
  return VP_UNIT_OTHER;
}

static bool is_word(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] < 0x80 && !vp_text_is_letter(text + i, 1)) return false;
  return true;
}

bool vp_unit_is_same(const char *a, const char *b) {
  enum { STEM = 3 };
  size_t a_length = vp_text_trim(&a, strlen(a)), b_length = vp_text_trim(&b, strlen(b));
  size_t alike = vp_text_alike(a, a_length, b, b_length);
  if (alike == a_length && alike == b_length) return true;
  return alike >= STEM && is_word(a, a_length) && is_word(b, b_length);
}

const char *vp_unit_symbol(vp_unit unit) {
  switch (unit) {
    case VP_UNIT_KR: return "kr";
    case VP_UNIT_TKR: return "tkr";
    case VP_UNIT_MNKR: return "mnkr";
    case VP_UNIT_MDKR: return "mdkr";
    case VP_UNIT_PERCENT: return "%";
    case VP_UNIT_PERCENTAGE_POINT: return "procentenheter";
    case VP_UNIT_NONE:
    case VP_UNIT_COUNT:
    case VP_UNIT_INDEX:
    case VP_UNIT_OTHER: break;
  }
  return "";
}

bool vp_unit_is_money(vp_unit unit) { return unit >= VP_UNIT_KR && unit <= VP_UNIT_MDKR; }

int32_t vp_unit_exponent(vp_unit unit) {
  switch (unit) {
    case VP_UNIT_TKR: return 3;
    case VP_UNIT_MNKR: return 6;
    case VP_UNIT_MDKR: return 9;
    default: return 0;
  }
}
