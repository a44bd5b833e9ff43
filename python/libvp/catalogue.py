"""The rules that a check runs, and their pages."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Dict, Tuple

from . import _vp
from .sequences import unknown
from .words import words

__all__ = ["Page", "Rule", "explain", "rules"]


@dataclass(frozen=True)
class Rule:
    """A rule: what it is called and how serious it is when it fires."""

    #: "family/name".
    id: str
    #: "error", "warning" or "note".
    severity: str
    title_sv: str
    title_en: str

    @property
    def family(self) -> str:
        return self.id.partition("/")[0]

    def title(self, lang: str) -> str:
        return self.title_en if lang == "en" else self.title_sv


def rules() -> Tuple[Rule, ...]:
    """libvp's rules, and your own that are registered."""
    from .own_rules import registered

    own = tuple(registered.values())
    return tuple(Rule(**_vp.rule_at(i)) for i in range(_vp.rule_count())) + own


class Page(str):
    """Markdown, which a notebook shows as such."""

    def _repr_markdown_(self) -> str:
        return str(self)


def explain(id: str, lang: str = "sv") -> Page:
    """A rule's page, as ``vp explain`` prints it: what it checks, why, what to do, where it comes
    from, a plan on which it fires and one on which it does not. Of your own: its docstring."""
    from .own_rules import OwnRule

    by_id = {rule.id: rule for rule in rules()}
    if id not in by_id:
        raise unknown(id, by_id)
    rule, word = by_id[id], words(lang)
    head = f"# {id}\n\n{word[rule.severity]}: {rule.title(lang)}\n"
    if isinstance(rule, OwnRule):
        text = inspect.getdoc(rule.check)
        return Page(f"{head}\n{text}\n" if text else head)
    return Page(
        f"{head}\n{_vp.rule_page(id, lang)}\n"
        f"{_example_profile(id, word)}"
        f"## {word['fires']}\n\n```json\n{_vp.rule_example(id, True)}```\n\n"
        f"{word['gives']}\n\n```text\n{_vp.rule_example_findings(id, lang)}```\n\n"
        f"## {word['quiet']}\n\n```json\n{_vp.rule_example(id, False)}```\n"
    )


def _example_profile(id: str, word: Dict[str, str]) -> str:
    text = _vp.rule_example_profile(id)
    return f"## {word['by_profile']}\n\n```json\n{text}```\n\n" if text else ""
