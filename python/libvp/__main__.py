"""python -m libvp: what the command `vp` does not do, and checks where it is not installed."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import List, Optional

from . import _vp
from .baseline import load_baseline
from .errors import VpError
from .plan import Plan, load
from .profile import load_profile

OK, FOUND, UNUSABLE = range(3)


def main(arguments: Optional[List[str]] = None) -> int:
    """0: nothing is an error; 1: something is; 2: a file or an argument could not be used."""
    options = _parser().parse_args(arguments)
    try:
        profile = None if options.profile is None else load_profile(options.profile)
        options.baseline = None if options.baseline is None else load_baseline(options.baseline)
        found = options.run([load(path, profile) for path in options.plans], options)
    except OSError as error:
        print(f"libvp: {error.filename}: {error.strerror}", file=sys.stderr)
        return UNUSABLE
    except (ImportError, VpError) as error:
        print(f"libvp: {error}", file=sys.stderr)
        return UNUSABLE
    return FOUND if found else OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m libvp",
        description="Checks Swedish municipal plans.",
        epilog="exit status: 0 when nothing is an error, 1 when something is, 2 when a file or an "
        "argument could not be used",
    )
    parser.add_argument("--version", action="version", version=f"libvp {_vp.version()}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="print what does not hold together")
    _add_common(check)
    check.set_defaults(run=_check)

    report = commands.add_parser("report", help="write a report for the board, as one HTML file")
    _add_common(report)
    report.add_argument("-o", "--output", metavar="FILE", required=True, help="the file to write")
    report.add_argument("--title", help="of the whole report (otherwise the plan's)")
    report.add_argument("--no-pictures", action="store_true", help="tables and text only")
    report.set_defaults(run=_report)
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plans", nargs="+", metavar="PLAN", help="a plan file")
    parser.add_argument("--lang", choices=("sv", "en"), help="the language (otherwise the plan's)")
    parser.add_argument(
        "--as-of", metavar="DATE", type=_day, help="today, for the rules that ask: 2026-01-31"
    )
    parser.add_argument(
        "--profile", metavar="PROFILE", help="the municipality's: a file, or one of libvp's own"
    )
    parser.add_argument(
        "--baseline", metavar="FILE", help="of findings that are accepted, which are no errors"
    )
    parser.add_argument("--select", metavar="RULE,…", help="run only these rules or families")
    parser.add_argument("--ignore", metavar="RULE,…", help="leave these out")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-01-31") from None


def _check(plans: List[Plan], options: argparse.Namespace) -> bool:
    given = options.select, options.ignore, options.as_of, options.lang
    reports = [plan.check(*given, baseline=options.baseline) for plan in plans]
    for report in reports:
        sys.stdout.write(report.to_text(colour=False))
    return not all(report.ok for report in reports)


def _report(plans: List[Plan], options: argparse.Namespace) -> bool:
    from .board_report import report

    checks = report(
        plans,
        options.output,
        lang=options.lang,
        as_of=options.as_of,
        title=options.title,
        select=options.select,
        ignore=options.ignore,
        baseline=options.baseline,
        pictures=not options.no_pictures,
    )
    return not all(check.ok for check in checks)


if __name__ == "__main__":
    sys.exit(main())
