/* What is refused is refused with a place and a reason; what is read is written as the same plan.
 */
#include "fuzz.h"

static void check_error(vp_status status, const vp_error *error, const char *text, size_t length) {
  require(status == VP_ERROR_SYNTAX || status == VP_ERROR_FORMAT);
  require(error->status == status && error->message[0] != '\0');
  require_text(error->message);
  size_t lines = 1;
  for (size_t i = 0; i < length; i++) lines += text[i] == '\n';
  require(error->line >= 1 && error->line <= lines);
  require(error->column >= 1 && error->column <= length + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const char *text = (const char *)data;
  vp_plan *plan = NULL;
  vp_error error = {.message = ""};
  vp_status status = vp_plan_read(&plan, NULL, text, size, &error);
  if (status == VP_OK)
    require_round_trip(plan);
  else
    check_error(status, &error, text, size);
  require((plan != NULL) == (status == VP_OK));
  vp_plan_free(plan);
  return 0;
}
