"""The rules that a check runs."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Tuple

from . import _vp
from .sequences import unknown

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


def rules() -> Tuple[Rule, ...]:
    """libvp's rules, and your own that are registered."""
    from .own_rules import registered

    own = tuple(registered.values())
    return tuple(Rule(**_vp.rule_at(i)) for i in range(_vp.rule_count())) + own


class Page(str):
    """Markdown that a notebook shows as such."""

    def _repr_markdown_(self) -> str:
        return str(self)


def explain(id: str, lang: str = "sv") -> Page:
    """What a rule checks, why, what to do and where it comes from; of your own, its docstring."""
    from .own_rules import registered

    own = registered.get(id)
    if own is not None:
        title = own.title_en if lang == "en" else own.title_sv
        return Page(inspect.getdoc(own.check) or title)
    known = [rule.id for rule in rules()]
    if id not in known:
        raise unknown(id, known)
    return Page(_vp.rule_page(id, lang))
