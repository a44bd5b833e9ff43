#include "score/number.h"

bool vp_number_of(vp_decimal *out, const vp_quantity *quantity) {
  if (quantity->state != VP_QUANTITY_NUMBER || quantity->qualifier != VP_QUALIFIER_NONE ||
      quantity->unit != VP_UNIT_NONE)
    return false;
  *out = quantity->value;
  return true;
}
