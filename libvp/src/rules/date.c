/* Dates that are none, or that stand in an order that cannot be. */
#include <string.h>

#include "rules/names.h"
#include "rules/run.h"

static const vp_message invalid[] = {
    {
        {"”{text}” finns inte i kalendern", "\"{text}\" is not in the calendar"},
        {NULL, NULL},
        {NULL, NULL},
    },
    {
        {"perioden ”{text}” finns inte i kalendern, eller slutar innan den börjar",
         "the period \"{text}\" is not in the calendar, or ends before it begins"},
        {NULL, NULL},
        {NULL, NULL},
    },
};
enum { INVALID_DATE, INVALID_RANGE };

static void judge_possible(vp_run *run, const vp_element *element, const vp_field *field) {
  const vp_period *period = vp_element_value(element, field);
  if (period->kind == VP_PERIOD_MISSING) return;
  vp_run_applied(run);
  if (period->kind != VP_PERIOD_IMPOSSIBLE) return;
  bool is_range = period->text != NULL && strchr(period->text, '/') != NULL;
  vp_finding_begin(run, is_range ? INVALID_RANGE : INVALID_DATE,
                   (vp_place){element, field, VP_NO_ITEM});
  vp_finding_text(run, "text", period->text);
}

static const vp_message incomplete[] = {
    {
        {"datumet är inte ifyllt: ”{text}”", "the date is not filled in: \"{text}\""},
        {NULL, NULL},
        {NULL, NULL},
    },
    {
        {"”{text}” går inte att läsa som ett datum eller en period",
         "\"{text}\" cannot be read as a date or a period"},
        {NULL, NULL},
        {"skriv 2026, 2026-H1, 2026-Q3, 2026-03, 2026-03-14, 2025-01/2025-11 eller våren 2026",
         "write 2026, 2026-H1, 2026-Q3, 2026-03, 2026-03-14, 2025-01/2025-11 or spring 2026"},
    },
};
enum { DATE_PLACEHOLDER, DATE_UNREADABLE };

static void judge_complete(vp_run *run, const vp_element *element, const vp_field *field) {
  const vp_period *period = vp_element_value(element, field);
  if (period->kind == VP_PERIOD_MISSING) return;
  vp_run_applied(run);
  bool is_placeholder = period->kind == VP_PERIOD_PLACEHOLDER;
  if (!is_placeholder && period->kind != VP_PERIOD_UNREADABLE) return;
  vp_finding_begin(run, is_placeholder ? DATE_PLACEHOLDER : DATE_UNREADABLE,
                   (vp_place){element, field, VP_NO_ITEM});
  vp_finding_text(run, "text", period->text);
}

static const vp_text weekdays[] = {
    {"", ""},
    {"en måndag", "a Monday"},
    {"en tisdag", "a Tuesday"},
    {"en onsdag", "a Wednesday"},
    {"en torsdag", "a Thursday"},
    {"en fredag", "a Friday"},
    {"en lördag", "a Saturday"},
    {"en söndag", "a Sunday"},
};

static const vp_message weekday[] = {
    {
        {"{date} är {actual}, inte {printed}", "{date} is {actual}, not {printed}"},
        {NULL, NULL},
        {"rätta veckodagen eller datumet", "correct the weekday or the date"},
    },
    {
        {"”{printed}” är ingen veckodag", "\"{printed}\" is no weekday"},
        {NULL, NULL},
        {NULL, NULL},
    },
};

enum { WEEKDAY_WRONG, WEEKDAY_UNKNOWN };

/* The day that the weekday belongs to: the event's own, or the decision's. */
static const vp_period *day_of(const vp_event *event) {
  return event->date.kind != VP_PERIOD_MISSING ? &event->date : &event->decided;
}

static void find_weekdays(vp_run *run) {
  for (size_t i = 0; i < run->plan->events.count; i++) {
    const vp_event *event = VP_ITEM(vp_event, run->plan->events, i);
    const vp_period *day = day_of(event);
    if (event->weekday == NULL) continue;
    int printed = vp_weekday_parse(event->weekday);
    if (printed != 0 && day->kind != VP_PERIOD_DAY) {
      vp_run_not_applicable(run);
      continue;
    }
    vp_run_applied(run);
    int actual = printed != 0 ? vp_date_weekday(day->first) : 0;
    if (printed != 0 && printed == actual) continue;
    vp_finding_begin(run, printed != 0 ? WEEKDAY_WRONG : WEEKDAY_UNKNOWN,
                     vp_place_field(&event->base, "weekday"));
    if (printed == 0) {
      vp_finding_text(run, "printed", event->weekday);
      continue;
    }
    vp_finding_text(run, "date", day->text);
    vp_finding_phrase(run, "printed", weekdays[printed]);
    vp_finding_phrase(run, "actual", weekdays[actual]);
  }
}

static const vp_message order[] = {
    {
        {"”{title}” beslutas {later} men gäller redan från {earlier}",
         "\"{title}\" is decided {later} but already in force from {earlier}"},
        {NULL, NULL},
        {NULL, NULL},
    },
    {
        {"ingående ram gäller {later} men utgående ram {earlier}",
         "the opening frame is for {later} but the closing frame for {earlier}"},
        {NULL, NULL},
        {NULL, NULL},
    },
};
enum { DECIDED_AFTER, OPENING_AFTER };

static void judge_order(vp_run *run, size_t variant, vp_place place, const vp_element *named,
                        vp_period first, vp_period second) {
  if (!vp_period_is_known(first) || !vp_period_is_known(second)) return;
  vp_run_applied(run);
  if (vp_date_compare(first.first, second.last) <= 0) return;
  vp_finding_begin(run, variant, place);
  vp_finding_text(run, "title", vp_name_of(named));
  vp_finding_text(run, "later", first.text);
  vp_finding_text(run, "earlier", second.text);
}

static void find_order(vp_run *run) {
  for (size_t i = 0; i < run->plan->events.count; i++) {
    const vp_event *event = VP_ITEM(vp_event, run->plan->events, i);
    judge_order(run, DECIDED_AFTER, vp_place_field(&event->base, "in_force"), &event->base,
                event->decided, event->in_force);
  }
  const vp_frame *frame = run->plan->budget != NULL ? run->plan->budget->frame : NULL;
  if (frame != NULL)
    judge_order(run, OPENING_AFTER, vp_place_field(&frame->closing->base, "period"), &frame->base,
                frame->opening->period, frame->closing->period);
}

static const vp_message outside[] = {{
    {"{date} ligger före planens period, {period}",
     "{date} lies before the plan's period, {period}"},
    {NULL, NULL},
    {"kontrollera att datumet inte står kvar från förra årets plan",
     "check that the date was not left in place from last year's plan"},
}};

static bool is_planned(const vp_element *element, const vp_field *field) {
  static const struct {
    const char *kind, *key;
  } planned[] = {{"target", "period"},
                 {"assignment", "due"},
                 {"risk", "due"},
                 {"risk", "follow_up"},
                 {"control", "report_by"}};
  for (size_t i = 0; i < sizeof planned / sizeof *planned; i++)
    if (vp_is_kind(element, planned[i].kind) && strcmp(field->key, planned[i].key) == 0)
      return true;
  return vp_is_kind(element, "frame_amount") && strcmp(element->field->key, "closing") == 0;
}

/* What is planned lies in the plan's period or after it. */
static void judge_outside(vp_run *run, const vp_element *element, const vp_field *field) {
  const vp_period *date = vp_element_value(element, field);
  vp_period period = run->plan->period;
  if (!vp_period_is_known(*date) || !is_planned(element, field)) return;
  if (!vp_period_is_known(period)) {
    vp_run_not_applicable(run);
    return;
  }
  vp_run_applied(run);
  if (vp_date_compare(date->last, period.first) >= 0) return;
  vp_finding_begin(run, 0, (vp_place){element, field, VP_NO_ITEM});
  vp_finding_text(run, "date", date->text);
  vp_finding_text(run, "period", period.text);
}

const vp_rule vp_rule_date_invalid = {
    .id = "date/invalid",
    .severity = VP_SEVERITY_ERROR,
    .title = {"ett datum finns inte", "a date does not exist"},
    .kinds = VP_KIND(PERIOD),
    .judge = judge_possible,
    VP_MESSAGES(invalid),
};

const vp_rule vp_rule_date_incomplete = {
    .id = "date/incomplete",
    .severity = VP_SEVERITY_NOTE,
    .title = {"ett datum är inte ifyllt eller går inte att läsa",
              "a date is not filled in or cannot be read"},
    .kinds = VP_KIND(PERIOD),
    .judge = judge_complete,
    VP_MESSAGES(incomplete),
};

const vp_rule vp_rule_date_weekday = {
    .id = "date/weekday",
    .severity = VP_SEVERITY_ERROR,
    .title = {"veckodagen är inte datumets", "the weekday is not that of the date"},
    .check = find_weekdays,
    VP_MESSAGES(weekday),
};

const vp_rule vp_rule_date_order = {
    .id = "date/order",
    .severity = VP_SEVERITY_ERROR,
    .title = {"två datum står i en ordning som inte kan stämma",
              "two dates stand in an order that cannot be"},
    .check = find_order,
    VP_MESSAGES(order),
};

const vp_rule vp_rule_date_outside_period = {
    .id = "date/outside-period",
    .severity = VP_SEVERITY_WARNING,
    .title = {"något som planeras ligger före planens period",
              "something planned lies before the plan's period"},
    .kinds = VP_KIND(PERIOD),
    .judge = judge_outside,
    VP_MESSAGES(outside),
};
