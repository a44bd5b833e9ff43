/* Ekåsa's plan, checked by a program: a C function scores the risks, and the three rules that
 * ekasa.json states are C functions here. The findings are the same.
 *
 * usage: ekasa PROFILE BASELINE PLAN: prints what `vp check --format json` prints */
#include <stdio.h>
#include <string.h>

#include <vp/vp.h>

enum { MOST_BYTES = 1 << 20, SERIOUS = 4, MOST_OWN_GOALS = 3 };

static double risk_value(double consequence, double likelihood) { return consequence * likelihood; }

static int serious_risks_are_followed_up(vp_run *run, const vp_plan *plan, void *functions) {
  vp_scoring *scoring = NULL;
  if (vp_score_with(&scoring, plan, functions, NULL) != VP_OK) return 1;
  for (size_t i = 0; i < vp_scoring_count(scoring); i++) {
    const vp_risk_score *score = vp_scoring_risk(scoring, i);
    if (score->consequence.state != VP_LEVEL_KNOWN ||
        vp_decimal_compare(score->consequence.value, (vp_decimal){SERIOUS, 0}) < 0)
      continue;
    vp_run_applied(run);
    if (vp_element_text(score->risk, "follow_up", 0) != NULL) continue;
    vp_run_report(run, score->risk, "follow_up",
                  "den allvarliga risken ”{title}” har ingen uppföljning", NULL);
    vp_run_text(run, "title", vp_element_text(score->risk, "title", 0));
    vp_run_help(run, "skriv i follow_up när den följs upp", NULL);
  }
  vp_scoring_free(scoring);
  return 0;
}

/* The row in the plan's first table; NULL for none. */
static const vp_element *find_row(const vp_element *budget, const char *id) {
  const vp_element *table = vp_element_child(budget, "tables", 0);
  for (size_t i = 0; i < vp_element_count(table, "rows"); i++) {
    const vp_element *row = vp_element_child(table, "rows", i);
    if (strcmp(vp_element_id(row), id) == 0) return row;
  }
  return NULL;
}

static int the_buffer_is_large_enough(vp_run *run, const vp_plan *plan, void *user) {
  enum { THIS_YEAR = 0 }; /* the column */
  const vp_decimal hundred = {1, 2};
  const vp_element *budget = vp_element_child(vp_plan_root(plan), "budget", 0);
  const vp_element *frame = vp_element_child(budget, "frame", 0);
  const vp_element *row = find_row(budget, "buffert");
  vp_quantity whole = vp_element_quantity(vp_element_child(frame, "closing", 0), "amount", 0);
  vp_quantity part = vp_element_quantity(row, "values", THIS_YEAR);
  vp_decimal parts;
  (void)user;
  if (part.state != VP_QUANTITY_NUMBER || whole.state != VP_QUANTITY_NUMBER ||
      vp_decimal_multiply(&parts, part.value, hundred) != VP_OK) {
    vp_run_not_applicable(run);
    return 0;
  }
  vp_run_applied(run);
  if (vp_decimal_compare(parts, whole.value) >= 0) return 0;
  vp_run_report(run, row, "values", "bufferten är {part} av {whole}, mindre än 1 %", NULL);
  vp_run_item(run, THIS_YEAR);
  vp_run_number(run, "part", part.value, VP_UNIT_MNKR);
  vp_run_number(run, "whole", whole.value, VP_UNIT_MNKR);
  vp_run_help(run, "höj bufferten, eller skriv i planen varför den är lägre", NULL);
  return 0;
}

static int goals_of_the_board(const vp_element *area) {
  int count = 0;
  for (size_t i = 0; i < vp_element_count(area, "goals"); i++) {
    const char *by = vp_element_text(vp_element_child(area, "goals", i), "set_by", 0);
    if (by != NULL && strcmp(by, "board") == 0) count++;
  }
  return count;
}

static int the_board_has_few_goals(vp_run *run, const vp_plan *plan, void *user) {
  const vp_element *root = vp_plan_root(plan);
  int count = 0;
  (void)user;
  for (size_t i = 0; i < vp_element_count(root, "focus_areas"); i++)
    count += goals_of_the_board(vp_element_child(root, "focus_areas", i));
  vp_run_applied(run);
  if (count <= MOST_OWN_GOALS) return 0;
  vp_run_report(run, root, NULL, "nämnden har {actual} egna mål, fler än tre", NULL);
  vp_run_number(run, "actual", (vp_decimal){count, 0}, VP_UNIT_NONE);
  return 0;
}

static vp_status add_rules(vp_rule_set *rules, vp_functions *functions, vp_error *error) {
  const vp_own_rule own[] = {
      {.size = sizeof *own,
       .id = "ekasa/allvarlig-utan-uppfoljning",
       .severity = VP_SEVERITY_WARNING,
       .title_sv = "en allvarlig risk följs upp, hur osannolik den än är",
       .title_en = "a serious risk is followed up, however unlikely",
       .check = serious_risks_are_followed_up,
       .user = functions},
      {.size = sizeof *own,
       .id = "ekasa/buffert",
       .severity = VP_SEVERITY_ERROR,
       .title_sv = "bufferten är minst 1 % av ramen",
       .title_en = "the buffer is at least 1% of the frame",
       .check = the_buffer_is_large_enough},
      {.size = sizeof *own,
       .id = "ekasa/antal-egna-mal",
       .severity = VP_SEVERITY_NOTE,
       .title_sv = "nämnden har högst tre egna mål",
       .title_en = "the board has at most three goals of its own",
       .check = the_board_has_few_goals},
  };
  vp_status status = VP_OK;
  for (size_t i = 0; i < sizeof own / sizeof *own && status == VP_OK; i++)
    status = vp_rule_set_add(rules, &own[i], error);
  return status;
}

typedef struct file {
  char bytes[MOST_BYTES];
  size_t length;
} file;

static bool read_file(file *out, const char *name) {
  FILE *stream = fopen(name, "rb");
  if (stream == NULL) return false;
  out->length = fread(out->bytes, 1, sizeof out->bytes, stream);
  return fclose(stream) == 0;
}

static int write_out(void *user, const char *bytes, size_t length) {
  return fwrite(bytes, 1, length, user) == length ? 0 : 1;
}

typedef struct checked {
  vp_profile *profile;
  vp_baseline *baseline;
  vp_plan *plan;
  vp_functions *functions;
  vp_rule_set *rules;
  vp_report *report;
} checked;

static vp_status read_files(checked *c, char **names, vp_error *error) {
  static file profile, baseline, plan;
  if (!read_file(&profile, names[0]) || !read_file(&baseline, names[1]) ||
      !read_file(&plan, names[2])) {
    *error = (vp_error){.message = "a file cannot be read"};
    return VP_ERROR_ARGUMENT;
  }
  vp_status status = vp_profile_read(&c->profile, NULL, profile.bytes, profile.length, error);
  if (status == VP_OK)
    status = vp_baseline_read(&c->baseline, NULL, baseline.bytes, baseline.length, error);
  if (status == VP_OK) status = vp_plan_read(&c->plan, NULL, plan.bytes, plan.length, error);
  return status;
}

static vp_status check(checked *c, vp_error *error) {
  vp_check_options options = VP_CHECK_OPTIONS_INIT;
  vp_status status = vp_plan_use_profile(c->plan, c->profile, error);
  if (status == VP_OK) status = vp_functions_new(&c->functions, NULL, error);
  if (status == VP_OK)
    status = vp_functions_register(c->functions, "risk_value", "f64(f64,f64)",
                                   (vp_native_function)risk_value, error);
  if (status == VP_OK) status = vp_rule_set_new(&c->rules, NULL, error);
  if (status == VP_OK) status = add_rules(c->rules, c->functions, error);
  options.functions = c->functions;
  options.rules = c->rules;
  options.baseline = c->baseline;
  return status == VP_OK ? vp_check(&c->report, c->plan, &options, error) : status;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: ekasa PROFILE BASELINE PLAN\n");
    return 2;
  }
  checked c = {0};
  vp_error error;
  const vp_sink output = {.write = write_out, .user = stdout};
  vp_status status = read_files(&c, arguments + 1, &error);
  if (status == VP_OK) status = check(&c, &error);
  if (status == VP_OK) {
    const vp_report_file result = {.name = arguments[3], .report = c.report};
    status = vp_report_write_json(&result, 1, &output, &error);
  }
  if (status != VP_OK) fprintf(stderr, "%u:%u: %s\n", error.line, error.column, error.message);
  vp_report_free(c.report);
  vp_rule_set_free(c.rules);
  vp_functions_free(c.functions);
  vp_plan_free(c.plan);
  vp_baseline_free(c.baseline);
  vp_profile_free(c.profile);
  return status == VP_OK ? 0 : 2;
}
