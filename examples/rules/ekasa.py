"""Ekåsa's plan, checked from Python: a Python function scores the risks, and the three rules that
ekasa.json states are Python functions here. The findings are the same.

usage: ekasa.py PROFILE BASELINE PLAN: prints what `vp check --format json` prints
"""

import sys

import libvp

SERIOUS = 4
MOST_OWN_GOALS = 3
THIS_YEAR = 0  # the column


def risk_value(consequence: float, likelihood: float) -> float:
    return consequence * likelihood


libvp.register_function("risk_value", risk_value)


@libvp.rule(
    "ekasa/allvarlig-utan-uppfoljning", sv="en allvarlig risk följs upp, hur osannolik den än är"
)
def serious_risks_are_followed_up(plan):
    risks = plan.risks.to_frame()
    for id in risks[(risks.consequence >= SERIOUS) & risks.follow_up.isna()].id:
        yield libvp.found(
            plan.risks[id],
            "follow_up",
            sv="den allvarliga risken ”{title}” har ingen uppföljning",
            help_sv="skriv i follow_up när den följs upp",
            values={"title": plan.risks[id].title},
        )


@libvp.rule("ekasa/buffert", severity="error", sv="bufferten är minst 1 % av ramen")
def the_buffer_is_large_enough(plan):
    row = plan.budget.tables["internbudget"].rows["buffert"]
    part, whole = row.values[THIS_YEAR], plan.budget.frame.closing.amount
    if part.value * 100 < whole.value:
        yield libvp.found(
            row,
            "values",
            THIS_YEAR,
            sv="bufferten är {part} av {whole}, mindre än 1 %",
            help_sv="höj bufferten, eller skriv i planen varför den är lägre",
            values={"part": part, "whole": whole},
        )


@libvp.rule("ekasa/antal-egna-mal", severity="note", sv="nämnden har högst tre egna mål")
def the_board_has_few_goals(plan):
    count = sum(goal.set_by == "board" for goal in plan.goals)
    if count > MOST_OWN_GOALS:
        yield libvp.found(
            plan, sv="nämnden har {actual} egna mål, fler än tre", values={"actual": count}
        )


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: ekasa.py PROFILE BASELINE PLAN")
    profile, baseline, plan = sys.argv[1:]
    print(libvp.load(plan, profile=profile).check(baseline=baseline).to_json(), end="")


if __name__ == "__main__":
    main()
