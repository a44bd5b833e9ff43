#include <stdio.h>
#include <string.h>

#include <vp/score.h>
#include <vp/track.h>

#include "commands.h"
#include "file.h"
#include "number.h"
#include "outcome.h"
#include "tree.h"
#include "words.h"

typedef struct view {
  const vp_plan *plan;
  const vp_element *root;
  const vp_tracking *tracking;
  const vp_scoring *scoring;
  cli_terminal terminal;
  vp_language language;
  cli_tree tree;
  cli_text text; /* of the line that is being written */
} view;

static void put(view *v, const char *text) { cli_text_put(&v->text, text); }

static void put_joined(view *v, const char *separator, const char *text) {
  if (text == NULL) return;
  if (v->text.length > 0) put(v, separator);
  put(v, text);
}

static void end_node(view *v, cli_style style) {
  cli_tree_node(&v->tree, style, v->text.bytes);
  cli_text_clear(&v->text);
}

/* "m1 Title"; who has set it or answers for it follows in parentheses. */
static void put_element(view *v, const vp_element *element) {
  const char *id = vp_element_id(element);
  if (id != NULL) put(v, id);
  put_joined(v, " ", cli_name(element));
}

static void put_remarks(view *v, const char *const remarks[], size_t count) {
  const char *before = " (";
  for (size_t i = 0; i < count; i++) {
    if (remarks[i] == NULL) continue;
    put(v, before);
    put(v, remarks[i]);
    before = ", ";
  }
  if (*before == ',') put(v, ")");
}

static void put_remark(view *v, const char *remark) { put_remarks(v, &remark, 1); }

static const char *choice(const view *v, const vp_element *element, const char *field) {
  const char *name = vp_element_text(element, field, 0);
  return name != NULL ? cli_word(v->language, name) : NULL;
}

static const vp_element *latest_outcome(const view *v, const vp_element *indicator) {
  for (size_t i = 0; i < vp_tracking_count(v->tracking); i++) {
    const vp_indicator_track *track = vp_tracking_indicator(v->tracking, i);
    if (track->indicator == indicator) return track->latest;
  }
  return NULL;
}

/* "Antal SIP: 50 (2025) → Antal ska öka" */
static void indicator_node(view *v, const char *id) {
  const vp_element *indicator = vp_plan_find(v->plan, id);
  if (indicator == NULL || strcmp(vp_element_kind(indicator), "indicator") != 0) {
    put(v, id);
    end_node(v, CLI_YELLOW);
    return;
  }
  const vp_element *latest = latest_outcome(v, indicator);
  put(v, cli_name(indicator));
  put(v, ": ");
  if (latest != NULL) {
    cli_put_outcome(&v->text, indicator, latest, v->language);
    put_remark(v, vp_element_text(latest, "period", 0));
  } else {
    put(v, cli_word(v->language, "no_outcome"));
  }
  put(v, " → ");
  if (vp_element_child(indicator, "target", 0) == NULL) put(v, cli_word(v->language, "no_target"));
  cli_put_target(&v->text, indicator, v->language);
  end_node(v, CLI_PLAIN);
}

static void indicator_nodes(view *v, const vp_element *element) {
  for (size_t i = 0; i < vp_element_count(element, "indicators"); i++)
    indicator_node(v, vp_element_text(element, "indicators", i));
}

static void leaf(view *v, const vp_element *element) {
  cli_tree_enter(&v->tree, vp_element_count(element, "indicators"));
  indicator_nodes(v, element);
  cli_tree_leave(&v->tree);
}

static void objective_node(view *v, const vp_element *objective) {
  put_element(v, objective);
  put_remark(v, vp_element_text(objective, "responsible", 0));
  end_node(v, CLI_PLAIN);
  leaf(v, objective);
}

static void position_node(view *v, const vp_element *position) {
  put_element(v, position);
  size_t count = vp_element_count(position, "responsible");
  for (size_t i = 0; i < count; i++) {
    put(v, i == 0 ? " (" : ", ");
    put(v, vp_element_text(position, "responsible", i));
  }
  if (count > 0) put(v, ")");
  end_node(v, CLI_PLAIN);
  leaf(v, position);
}

static void goal_node(view *v, const vp_element *goal) {
  put_element(v, goal);
  const char *const remarks[] = {choice(v, goal, "set_by"),
                                 vp_element_text(goal, "responsible", 0)};
  put_remarks(v, remarks, sizeof remarks / sizeof *remarks);
  end_node(v, CLI_PLAIN);
  size_t objectives = vp_element_count(goal, "objectives");
  cli_tree_enter(&v->tree, objectives + vp_element_count(goal, "indicators"));
  indicator_nodes(v, goal);
  for (size_t i = 0; i < objectives; i++)
    objective_node(v, vp_element_child(goal, "objectives", i));
  cli_tree_leave(&v->tree);
}

static void focus_area_node(view *v, const vp_element *area) {
  put_element(v, area);
  put_remark(v, choice(v, area, "set_by"));
  end_node(v, CLI_BOLD);
  size_t goals = vp_element_count(area, "goals");
  size_t positions = vp_element_count(area, "positions");
  cli_tree_enter(&v->tree, goals + positions + vp_element_count(area, "indicators"));
  indicator_nodes(v, area);
  for (size_t i = 0; i < goals; i++) goal_node(v, vp_element_child(area, "goals", i));
  for (size_t i = 0; i < positions; i++) position_node(v, vp_element_child(area, "positions", i));
  cli_tree_leave(&v->tree);
}

static void assignment_nodes(view *v) {
  size_t count = vp_element_count(v->root, "assignments");
  put(v, cli_word(v->language, "assignments"));
  end_node(v, CLI_BOLD);
  cli_tree_enter(&v->tree, count);
  for (size_t i = 0; i < count; i++) {
    const vp_element *assignment = vp_element_child(v->root, "assignments", i);
    put_element(v, assignment);
    const char *const remarks[] = {choice(v, assignment, "set_by"),
                                   vp_element_text(assignment, "responsible", 0),
                                   vp_element_text(assignment, "due", 0)};
    put_remarks(v, remarks, sizeof remarks / sizeof *remarks);
    end_node(v, CLI_PLAIN);
    leaf(v, assignment);
  }
  cli_tree_leave(&v->tree);
}

static void shared_plan_node(view *v, const vp_element *shared) {
  put_element(v, shared);
  put(v, " (");
  put(v, cli_word(v->language, "shared_plan"));
  put_joined(v, " ", vp_element_text(shared, "period", 0));
  put(v, ")");
  end_node(v, CLI_BOLD);
  size_t count = vp_element_count(shared, "sub_goals");
  cli_tree_enter(&v->tree, count);
  for (size_t i = 0; i < count; i++) {
    const vp_element *goal = vp_element_child(shared, "sub_goals", i);
    put_element(v, goal);
    put_remark(v, choice(v, goal, "role"));
    end_node(v, CLI_PLAIN);
  }
  cli_tree_leave(&v->tree);
}

static void put_count(view *v, const char *name, size_t count) {
  if (count == 0) return;
  put_joined(v, ", ", "");
  cli_put_count(&v->text, count);
  put(v, " ");
  put(v, cli_plural(v->language, name, count));
}

/* "11 indikatorer, 17 risker (7 bedömda), 4 kontrollmoment" */
static void put_counts(view *v) {
  size_t risks = vp_scoring_count(v->scoring);
  size_t scored = 0;
  for (size_t i = 0; i < risks; i++) scored += vp_scoring_risk(v->scoring, i)->is_scored;
  put_count(v, "indicators", vp_element_count(v->root, "indicators"));
  put_count(v, "risks", risks);
  if (scored < risks) {
    put(v, " (");
    cli_put_count(&v->text, scored);
    put(v, " ");
    put(v, cli_plural(v->language, "scored", scored));
    put(v, ")");
  }
  put_count(v, "controls", vp_element_count(v->root, "controls"));
}

static void print_title(view *v) {
  const vp_element *organisation = vp_element_child(v->root, "organisation", 0);
  cli_paragraph(&v->terminal, CLI_BOLD, "", cli_name(v->root));
  if (organisation != NULL) {
    put_joined(v, ", ", vp_element_text(organisation, "municipality", 0));
    put_joined(v, ", ", vp_element_text(organisation, "board", 0));
  }
  put_joined(v, " · ", vp_element_text(v->root, "period", 0));
  put_joined(v, " · ", choice(v, v->root, "status"));
  cli_paragraph(&v->terminal, CLI_PLAIN, "", v->text.bytes);
  cli_text_clear(&v->text);
}

static void print_plan(view *v) {
  size_t areas = vp_element_count(v->root, "focus_areas");
  size_t shared = vp_element_count(v->root, "shared_plans");
  bool has_assignments = vp_element_count(v->root, "assignments") > 0;
  print_title(v);
  put_counts(v);
  if (v->text.length > 0) cli_paragraph(&v->terminal, CLI_PLAIN, "", v->text.bytes);
  cli_text_clear(&v->text);
  v->tree = (cli_tree){.terminal = &v->terminal};
  cli_tree_enter(&v->tree, areas + has_assignments + shared);
  for (size_t i = 0; i < areas; i++)
    focus_area_node(v, vp_element_child(v->root, "focus_areas", i));
  if (has_assignments) assignment_nodes(v);
  for (size_t i = 0; i < shared; i++)
    shared_plan_node(v, vp_element_child(v->root, "shared_plans", i));
  cli_text_free(&v->text);
}

static int run(const cli_options *options) {
  vp_plan *plan = cli_plan_read(options->files[0], options->profile);
  if (plan == NULL) return CLI_UNUSABLE;
  vp_tracking *tracking = NULL;
  vp_scoring *scoring = NULL;
  vp_error error;
  bool is_done =
      vp_track(&tracking, plan, &error) == VP_OK && vp_score(&scoring, plan, &error) == VP_OK;
  if (is_done)
    print_plan(&(view){.plan = plan,
                       .root = vp_plan_root(plan),
                       .tracking = tracking,
                       .scoring = scoring,
                       .terminal = cli_terminal_find(),
                       .language = cli_language(options, plan)});
  else
    cli_report_error(options->files[0], &error);
  vp_scoring_free(scoring);
  vp_tracking_free(tracking);
  vp_plan_free(plan);
  return is_done ? CLI_OK : CLI_UNUSABLE;
}

const cli_command cli_show = {
    .name = "show",
    .summary = "show a plan as a tree",
    .help = "usage: vp show [--lang sv|en] FILE\n\n"
            "Shows focus areas, goals, objectives and positions with their indicators (latest\n"
            "outcome → target), assignments, shared plans and the number of risks.\n" CLI_VIEW_HELP
            "example:\n"
            "  vp show plan.json\n",
    .options = cli_view_options,
    .files = CLI_ONE_FILE,
    .run = run,
};
