#include "rules/indicator.h"

#include "track/issues.h"

void vp_for_each_indicator(vp_run *run, vp_judge_indicator *judge) {
  for (size_t i = 0; i < run->plan->indicators.count; i++)
    judge(run, VP_ITEM(vp_indicator, run->plan->indicators, i));
}

bool vp_indicator_can_be(const vp_indicator *indicator, vp_quantity quantity) {
  vp_interval range;
  return quantity.state != VP_QUANTITY_NUMBER ||
         !vp_indicator_is_out_of_range(&range, indicator, quantity);
}
