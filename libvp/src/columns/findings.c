#include "columns/columns.h"

static const vp_heading headings[] = {
    {"rule", VP_COLUMN_TEXT},
    {"severity", VP_COLUMN_TEXT},
    {"kind", VP_COLUMN_TEXT},
    {"id", VP_COLUMN_TEXT},
    {"path", VP_COLUMN_TEXT},
    {"line", VP_COLUMN_INTEGER},
    {"column", VP_COLUMN_INTEGER},
    {"message", VP_COLUMN_TEXT},
    {"notes", VP_COLUMN_TEXT},
    {"help", VP_COLUMN_TEXT},
    {"candidate_count", VP_COLUMN_INTEGER},
    {"candidate_path", VP_COLUMN_TEXT},
    {"candidate_printed", VP_COLUMN_NUMBER},
    {"candidate_value", VP_COLUMN_NUMBER},
    {"candidate_unit", VP_COLUMN_TEXT},
    {"candidate_slip", VP_COLUMN_TEXT},
    {"fingerprint", VP_COLUMN_TEXT},
    {"accepted", VP_COLUMN_TEXT},
};

static void put_lines(vp_vector *v, const char *const *lines, size_t count) {
  for (size_t i = 0; i + 1 < count; i++) vp_buffer_printf(&v->text, "%s\n", lines[i]);
  vp_vector_text(v, count > 0 ? lines[count - 1] : NULL);
}

static vp_vector **put_element(vp_vector **v, const vp_element *element) {
  while (vp_element_id(element) == NULL && vp_element_parent(element) != NULL)
    element = vp_element_parent(element);
  vp_vector_text(*v++, vp_element_kind(element));
  vp_vector_text(*v++, vp_element_id(element));
  return v;
}

/* From 1; 0 for none. */
static void put_position(vp_vector *v, uint32_t position) {
  if (position > 0)
    vp_vector_integer(v, position);
  else
    vp_vector_null(v);
}

static vp_vector **put_candidate(vp_vector **v, const vp_finding *finding) {
  const vp_candidate *best = finding->candidates;
  size_t count = finding->candidate_count;
  bool is_alone = count == 1 || (count > 1 && best[1].rank > best[0].rank);
  vp_vector_integer(*v++, (int64_t)count);
  if (!is_alone) {
    for (int i = 0; i < 5; i++) vp_vector_null(*v++);
    return v;
  }
  vp_vector_text(*v++, best->path);
  vp_vector_decimal(*v++, true, best->printed);
  vp_vector_decimal(*v++, best->has_value, best->value);
  vp_vector_unit(*v++, best->unit);
  vp_vector_text(*v++, best->slip);
  return v;
}

static void put_finding(vp_vector **v, const vp_finding *finding) {
  vp_vector_text(*v++, finding->rule);
  vp_vector_text(*v++, vp_severity_name(finding->severity));
  v = put_element(v, finding->element);
  vp_vector_text(*v++, finding->path);
  put_position(*v++, finding->line);
  put_position(*v++, finding->column);
  vp_vector_text(*v++, finding->message);
  put_lines(*v++, finding->notes, finding->note_count);
  put_lines(*v++, finding->help, finding->help_count);
  v = put_candidate(v, finding);
  vp_vector_text(*v++, finding->fingerprint);
  vp_vector_text(*v, finding->acceptance != NULL ? finding->acceptance->reason : NULL);
}

vp_status vp_columns_of_findings(vp_columns **out, const vp_report *report, vp_error *error) {
  vp_columns *made =
      vp_columns_new(vp_plan_context(vp_report_plan(report)), vp_report_finding_count(report),
                     headings, sizeof headings / sizeof *headings);
  for (size_t i = 0; made != NULL && i < made->row_count; i++)
    put_finding(made->vectors, vp_report_finding(report, i));
  return vp_columns_finish(out, made, error);
}
