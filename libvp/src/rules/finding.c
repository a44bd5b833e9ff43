/* From what a rule says to a finding. */
#include <string.h>

#include "json/locate.h"
#include "model/identity.h"
#include "rules/run.h"

void vp_finding_open(vp_run *run, vp_message message, vp_place place) {
  vp_finding_end(run);
  run->draft = (vp_draft){.open = true, .message = message, .place = place};
  run->result->failed++;
}

void vp_finding_begin(vp_run *run, size_t variant, vp_place place) {
  vp_finding_open(run, run->rule->messages[variant], place);
}

/* A value that is given again replaces the first. */
static vp_value *add_value(vp_run *run, const char *name, vp_value_kind kind) {
  vp_draft *draft = &run->draft;
  size_t i = 0;
  while (i < draft->value_count && strcmp(draft->values[i].name, name) != 0) i++;
  if (i == VP_MAX_VALUES) i--;
  if (i == draft->value_count) draft->value_count++;
  draft->values[i] = (vp_value){.name = name, .kind = kind};
  return &draft->values[i];
}

void vp_finding_text(vp_run *run, const char *name, const char *text) {
  add_value(run, name, VP_VALUE_TEXT)->text = text != NULL ? text : "";
}

void vp_finding_phrase(vp_run *run, const char *name, vp_text phrase) {
  const char *text = vp_render(run, VP_PICK(phrase, run->options.language), &run->draft);
  vp_finding_text(run, name, text);
}

void vp_finding_count(vp_run *run, const char *name, size_t count) {
  vp_finding_number(run, name, (vp_decimal){.coefficient = (int64_t)count, .exponent = 0},
                    VP_UNIT_NONE);
}

void vp_finding_number(vp_run *run, const char *name, vp_decimal number, vp_unit unit) {
  vp_value *value = add_value(run, name, VP_VALUE_NUMBER);
  value->number = number;
  value->unit = unit;
}

void vp_finding_interval(vp_run *run, const char *name, vp_interval interval, vp_unit unit) {
  vp_value *value = add_value(run, name, VP_VALUE_INTERVAL);
  value->interval = interval;
  value->unit = unit;
}

void vp_finding_texts(vp_run *run, const char *name, const char *const *texts, size_t count) {
  vp_value *value = add_value(run, name, VP_VALUE_TEXTS);
  value->texts = texts;
  value->text_count = count;
}

void vp_finding_quantity(vp_run *run, const char *name, const vp_quantity *quantity) {
  bool plain = quantity->state == VP_QUANTITY_NUMBER && quantity->qualifier == VP_QUALIFIER_NONE;
  if (plain)
    vp_finding_number(run, name, quantity->value, (vp_unit)quantity->unit);
  else
    vp_finding_text(run, name, quantity->text);
}

void vp_finding_key(vp_run *run, const char *key) { run->draft.key = key; }

void vp_finding_text_key(vp_run *run, const char *key) { run->draft.text_key = key; }

const char *vp_run_identity(vp_run *run, const vp_element *element) {
  vp_buffer buffer;
  vp_buffer_init(&buffer, run->context);
  vp_place_identity(vp_place_element(element), VP_KNOWN_BY_TEXT, &buffer);
  const char *kept =
      vp_arena_copy(run->arena, buffer.length > 0 ? buffer.bytes : "", buffer.length);
  if (buffer.failed || kept == NULL) vp_run_fail(run, VP_ERROR_MEMORY);
  vp_buffer_free(&buffer);
  return kept != NULL ? kept : "";
}

#define HASH_START UINT64_C(14695981039346656037)

static uint64_t hash_text(uint64_t hash, const char *text) {
  for (; *text != '\0'; text++)
    hash = (hash ^ (unsigned char)*text) * UINT64_C(1099511628211); /* FNV-1a */
  return (hash ^ 0xff) * UINT64_C(1099511628211);
}

static const char *print_hash(vp_run *run, uint64_t hash) {
  return vp_run_format(run, "%08lx%08lx", (unsigned long)(hash >> 32),
                       (unsigned long)(hash & UINT32_MAX));
}

const char *vp_fingerprint_repeated(vp_run *run, const char *fingerprint, size_t n) {
  uint64_t hash = hash_text(HASH_START, fingerprint);
  return print_hash(run, hash_text(hash, vp_run_format(run, "%lu", (unsigned long)n)));
}

static const char *pointer_of(vp_run *run, vp_place place) {
  char text[VP_POINTER_SIZE];
  vp_place_pointer(text, place);
  const char *kept = vp_arena_copy(run->arena, text, strlen(text));
  if (kept == NULL) vp_run_fail(run, VP_ERROR_MEMORY);
  return kept != NULL ? kept : "";
}

static const char *fingerprint(vp_run *run, vp_place place, vp_known_by by, const char *key) {
  vp_buffer buffer;
  vp_buffer_init(&buffer, run->context);
  vp_place_identity(place, by, &buffer);
  uint64_t hash = hash_text(HASH_START, run->rule->id);
  if (buffer.failed) vp_run_fail(run, VP_ERROR_MEMORY);
  hash = hash_text(hash, buffer.length > 0 ? buffer.bytes : "");
  if (key != NULL) hash = hash_text(hash, key);
  vp_buffer_free(&buffer);
  return print_hash(run, hash);
}

static void put_place(vp_run *run, vp_pending *pending, const vp_draft *draft) {
  vp_place place = draft->place;
  vp_finding *finding = &pending->finding;
  finding->path = pointer_of(run, place);
  finding->fingerprint = fingerprint(run, place, VP_KNOWN_BY_ID, draft->key);
  finding->text_fingerprint = fingerprint(run, place, VP_KNOWN_BY_TEXT,
                                          draft->text_key != NULL ? draft->text_key : draft->key);
  const vp_document *document = run->plan->root.document;
  if (document == NULL) return;
  const vp_token *token = vp_locate(document, place);
  pending->begin = token->begin;
  pending->end = token->end;
}

static const char *const *render_lines(vp_run *run, vp_text text, size_t *count) {
  const char *lines = VP_PICK(text, run->options.language);
  *count = 0;
  if (lines == NULL) return NULL;
  size_t most = 1;
  for (const char *c = lines; *c != '\0'; c++) most += *c == '\n';
  const char **rendered = vp_run_array(run, most, sizeof *rendered);
  if (rendered == NULL) return NULL;
  while (*count < most) {
    size_t length = strcspn(lines, "\n");
    const char *line = vp_arena_copy(run->arena, lines, length);
    rendered[(*count)++] = vp_render(run, line != NULL ? line : "", &run->draft);
    lines += length + 1;
  }
  return rendered;
}

static const vp_value *copy_values(vp_run *run, const vp_draft *draft) {
  vp_value *values = vp_run_array(run, draft->value_count + 1, sizeof *values);
  if (values != NULL) memcpy(values, draft->values, draft->value_count * sizeof *values);
  return values;
}

void vp_finding_end(vp_run *run) {
  vp_draft *draft = &run->draft;
  if (!draft->open) return;
  draft->open = false;
  void *findings = run->findings;
  if (!vp_array_reserve(run->context, &findings, &run->finding_capacity, run->finding_count,
                        sizeof(vp_pending))) {
    vp_run_fail(run, VP_ERROR_MEMORY);
    return;
  }
  run->findings = findings;
  vp_pending *pending = &run->findings[run->finding_count++];
  vp_finding *finding = &pending->finding;
  pending->place = draft->place;
  pending->begin = pending->end = 0;
  pending->result = run->result;
  *finding = (vp_finding){.rule = run->rule->id,
                          .severity = run->result->severity,
                          .element = draft->place.element,
                          .value_count = draft->value_count,
                          .candidates = draft->candidates,
                          .candidate_count = draft->candidate_count};
  put_place(run, pending, draft);
  finding->message = vp_render(run, VP_PICK(draft->message.message, run->options.language), draft);
  finding->notes = render_lines(run, draft->message.note, &finding->note_count);
  finding->help = render_lines(run, draft->message.help, &finding->help_count);
  finding->values = copy_values(run, draft);
}
