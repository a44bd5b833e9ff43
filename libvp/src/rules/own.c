/* What a rule of the host program can ask and say while it runs. */
#include <string.h>

#include "rules/run.h"

vp_language vp_run_language(const vp_run *run) { return run->options.language; }

vp_date vp_run_as_of(const vp_run *run) { return run->options.as_of; }

static const char *keep(vp_run *run, const char *text) {
  return text != NULL ? vp_run_format(run, "%s", text) : NULL;
}

/* Only the run's language is asked for later; a text that lacks is taken from the other. */
static vp_text keep_text(vp_run *run, const char *sv, const char *en) {
  return (vp_text){keep(run, sv != NULL ? sv : en), keep(run, en != NULL ? en : sv)};
}

static bool is_in_plan(const vp_run *run, const vp_element *element) {
  while (element != NULL && element->parent != NULL) element = element->parent;
  return element == &run->plan->root.base;
}

void vp_run_report(vp_run *run, const vp_element *element, const char *field,
                   const char *message_sv, const char *message_en) {
  bool has_message = message_sv != NULL || message_en != NULL;
  bool has_place = is_in_plan(run, element);
  vp_place place = {.element = element, .item = VP_NO_ITEM};
  if (has_place && field != NULL) {
    place = vp_place_field(element, field);
    has_place = place.field != NULL;
  }
  if (has_place && has_message)
    vp_finding_open(run, (vp_message){.message = keep_text(run, message_sv, message_en)}, place);
  else
    vp_run_fail(
        run, vp_fail(run->error, VP_ERROR_ARGUMENT, "the rule \"%s\" reported %s", run->rule->id,
                     has_place ? "without a message" : "an element or a field that is not there"));
}

static bool has_item(vp_place place, size_t item) {
  const unsigned lists =
      VP_KIND(QUANTITIES) | VP_KIND(TEXTS) | VP_KIND(REFERENCES) | VP_KIND(CHOICES);
  return place.field != NULL && (lists & 1u << place.field->kind) != 0 &&
         item < vp_element_items(place.element, place.field);
}

void vp_run_item(vp_run *run, size_t item) {
  if (!run->draft.open) return;
  if (has_item(run->draft.place, item))
    run->draft.place.item = (uint32_t)item;
  else
    vp_run_fail(run, vp_fail(run->error, VP_ERROR_ARGUMENT,
                             "the rule \"%s\" reported an item that is not there", run->rule->id));
}

static void add_line(vp_run *run, vp_text *lines, const char *sv, const char *en) {
  if (!run->draft.open || (sv == NULL && en == NULL)) return;
  vp_text line = keep_text(run, sv, en);
  if (lines->sv == NULL)
    *lines = line;
  else
    *lines = (vp_text){vp_run_format(run, "%s\n%s", lines->sv, line.sv),
                       vp_run_format(run, "%s\n%s", lines->en, line.en)};
}

void vp_run_note(vp_run *run, const char *sv, const char *en) {
  add_line(run, &run->draft.message.note, sv, en);
}

void vp_run_help(vp_run *run, const char *sv, const char *en) {
  add_line(run, &run->draft.message.help, sv, en);
}

void vp_run_text(vp_run *run, const char *name, const char *text) {
  if (run->draft.open) vp_finding_text(run, keep(run, name), keep(run, text));
}

void vp_run_number(vp_run *run, const char *name, vp_decimal number, vp_unit unit) {
  if (run->draft.open) vp_finding_number(run, keep(run, name), number, unit);
}

void vp_run_interval(vp_run *run, const char *name, vp_interval interval, vp_unit unit) {
  if (run->draft.open) vp_finding_interval(run, keep(run, name), interval, unit);
}
