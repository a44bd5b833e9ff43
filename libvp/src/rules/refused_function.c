#include "rules/refused_function.h"

#include "rules/hint.h"

/* The registered function of the nearest name; NULL for none. */
static const char *nearest(vp_run *run, const char *name) {
  const vp_functions *functions = run->options.functions;
  vp_hint hint = vp_hint_begin(run, name);
  for (size_t i = 0; functions != NULL && i < vp_functions_count(functions); i++)
    vp_hint_consider(&hint, vp_function_name(vp_functions_at(functions, i)));
  const char *found = vp_hint_found(&hint);
  return found != NULL ? vp_run_format(run, "%s", found) : NULL;
}

void vp_refuse_function(vp_run *run, vp_place place, const char *name, const vp_function *found) {
  const char *hint = found == NULL ? nearest(run, name) : NULL;
  size_t unknown = hint != NULL ? VP_FUNCTION_HINT : VP_FUNCTION_UNKNOWN;
  vp_finding_begin(run, found != NULL ? VP_FUNCTION_UNFIT : unknown, place);
  vp_finding_text(run, "function", name);
  if (hint != NULL) vp_finding_text(run, "hint", hint);
  if (found != NULL)
    vp_finding_text(run, "signature", vp_run_format(run, "%s", vp_function_signature(found)));
}
