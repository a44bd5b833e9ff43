/* Acceptances that no longer do anything: nothing is found any more, or their time is over. */
#include "rules/accept.h"
#include "rules/names.h"

#define REASON \
  { "skälet var: {reason}", "the reason was: {reason}" }

static const vp_message unused[] = {
    {
        {"godtagandet av {rule} för ”{where}” motsvarar ingen anmärkning",
         "the acceptance of {rule} for \"{where}\" matches no finding"},
        REASON,
        {"ta bort godtagandet: det som godtogs finns inte längre",
         "take the acceptance away: what was accepted is no longer there"},
    },
    {
        {"godtagandet av {rule} för ”{where}” motsvarar ingen anmärkning",
         "the acceptance of {rule} for \"{where}\" matches no finding"},
        REASON,
        {"regelns anmärkning gäller ”{elsewhere}”: skriv det i stället, eller ta bort godtagandet",
         "the rule's finding is about \"{elsewhere}\": write that instead, or take the acceptance "
         "away"},
    },
    {
        {"baslinjens godtagande av {rule} i {where} motsvarar ingen anmärkning",
         "the baseline's acceptance of {rule} at {where} matches no finding"},
        REASON,
        {"skriv om baslinjen, eller ta bort {entry} ur den",
         "write the baseline anew, or take {entry} out of it"},
    },
};
enum { UNUSED_PLAIN, UNUSED_ELSEWHERE, UNUSED_IN_BASELINE };

static const vp_message expired[] = {
    {
        {"godtagandet av {rule} för ”{where}” gällde till och med {until}, och i dag är det "
         "{today}",
         "the acceptance of {rule} for \"{where}\" ended with {until}, and today is {today}"},
        REASON,
        {"åtgärda det som godtogs, eller besluta på nytt med ett nytt slutdatum",
         "mend what was accepted, or decide anew with a new end date"},
    },
    {
        {"baslinjens godtagande av {rule} i {where} gällde till och med {until}, och i dag är det "
         "{today}",
         "the baseline's acceptance of {rule} at {where} ended with {until}, and today is {today}"},
        REASON,
        {"åtgärda det som godtogs, eller besluta på nytt med ett nytt slutdatum",
         "mend what was accepted, or decide anew with a new end date"},
    },
    {
        {"baslinjens godtagande av {rule} i {where} slutar ”{until}”, som inte är någon period",
         "the baseline's acceptance of {rule} at {where} ends with \"{until}\", which is no "
         "period"},
        REASON,
        {"rätta slutdatumet i {entry}: ett godtagande vars slut inte går att läsa gäller inte",
         "correct the end date in {entry}: an acceptance whose end cannot be read does not hold"},
    },
};
enum { EXPIRED_IN_PLAN, EXPIRED_IN_BASELINE, UNREADABLE_IN_BASELINE };

static void begin(vp_run *run, size_t variant, const vp_accepting *accepting) {
  bool is_own = !accepting->said.in_baseline;
  vp_finding_begin(run, variant,
                   vp_place_element(is_own ? accepting->said.element : &run->plan->root.base));
  if (!is_own) vp_finding_key(run, accepting->fingerprint);
  vp_finding_text(run, "rule", accepting->rule);
  vp_finding_text(run, "where", accepting->where);
  vp_finding_text(run, "reason", accepting->said.reason);
  if (!is_own) vp_finding_text(run, "entry", accepting->said.path);
}

/* As a plan can name it. */
static const char *id_around(const vp_element *element) {
  while (element->id == NULL || (element->field != NULL && element->field->flags & VP_FIELD_LOCAL))
    element = element->parent;
  return element->id;
}

/* For each rule the first place where it found something that nothing accepts; NULL for none. */
static const char **find_open(vp_run *run) {
  const char **open = vp_run_array(run, run->result_count, sizeof *open);
  for (size_t i = run->finding_count; open != NULL && i-- > 0;) {
    const vp_pending *pending = &run->findings[i];
    if (pending->finding.acceptance == NULL)
      open[pending->result - run->results] = id_around(pending->place.element);
  }
  return open;
}

static size_t unused_variant(const vp_accepting *accepting, const char *other) {
  if (accepting->said.in_baseline) return UNUSED_IN_BASELINE;
  return other != NULL ? UNUSED_ELSEWHERE : UNUSED_PLAIN;
}

static void find_unused(vp_run *run) {
  const char **open = run->acceptance_count > 0 ? find_open(run) : NULL;
  for (size_t i = 0; open != NULL && i < run->acceptance_count; i++) {
    const vp_accepting *accepting = &run->acceptances[i];
    bool has_run = accepting->result != NULL && accepting->result->ran;
    bool leads_nowhere = accepting->scope.element == NULL && accepting->fingerprint == NULL;
    if (!has_run || leads_nowhere || accepting->force != VP_IN_FORCE) {
      vp_run_not_applicable(run);
      continue;
    }
    vp_run_applied(run);
    if (accepting->is_used) continue;
    const char *other = open[accepting->result - run->results];
    begin(run, unused_variant(accepting, other), accepting);
    if (other != NULL) vp_finding_text(run, "elsewhere", other);
  }
}

static void judge_end(vp_run *run, const vp_accepting *accepting) {
  bool in_baseline = accepting->said.in_baseline;
  vp_date today = run->options.as_of;
  if (accepting->force == VP_FORCE_UNKNOWN && in_baseline) {
    vp_run_applied(run);
    begin(run, UNREADABLE_IN_BASELINE, accepting);
    vp_finding_text(run, "until", accepting->said.until);
  } else if (accepting->force == VP_FORCE_UNKNOWN || today.year == 0) {
    vp_run_not_applicable(run); /* of a plan's own, the rules about dates say it */
  } else {
    vp_run_applied(run);
    if (accepting->force != VP_FORCE_ENDED) return;
    begin(run, in_baseline ? EXPIRED_IN_BASELINE : EXPIRED_IN_PLAN, accepting);
    vp_finding_text(run, "until", accepting->said.until);
    vp_finding_text(run, "today",
                    vp_run_format(run, "%04d-%02d-%02d", today.year, today.month, today.day));
  }
}

static void find_expired(vp_run *run) {
  for (size_t i = 0; i < run->acceptance_count; i++)
    if (run->acceptances[i].until.kind != VP_PERIOD_MISSING) judge_end(run, &run->acceptances[i]);
}

const vp_rule vp_rule_unused_acceptance = {
    .id = "plan/unused-acceptance",
    .severity = VP_SEVERITY_WARNING,
    .title = {"ett godtagande motsvarar ingen anmärkning", "an acceptance matches no finding"},
    .conclude = find_unused,
    VP_MESSAGES(unused),
};

const vp_rule vp_rule_expired_acceptance = {
    .id = "plan/expired-acceptance",
    .severity = VP_SEVERITY_WARNING,
    .title = {"ett godtagande har gått ut", "an acceptance has ended"},
    .conclude = find_expired,
    VP_MESSAGES(expired),
};
