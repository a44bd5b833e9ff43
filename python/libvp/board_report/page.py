"""The page itself, from its templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, List, Optional

from .. import _vp
from ..extras import need
from .plan_view import PlanView
from .words import Words

if TYPE_CHECKING:
    from jinja2 import Environment


def page(plans: List[PlanView], title: Optional[str], as_of: Optional[str], words: Words) -> str:
    heading = title or (plans[0].title if len(plans) == 1 else words["checked_plans"])
    environment = _environment()
    style = environment.get_template("page.css").render(footer=_css_text(heading))
    municipalities = (plan.municipality for plan in plans if plan.municipality)
    written: str = environment.get_template("page.html").render(
        plans=plans,
        title=heading,
        municipalities=list(dict.fromkeys(municipalities)),
        as_of=as_of,
        style=style,
        version=_vp.version(),
        words=words,
    )
    return written


def _environment() -> Environment:
    """Everything is escaped but our own style and pictures."""
    jinja2 = need("jinja2", "report")
    made: Environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=lambda name: name is not None and name.endswith(".html"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return made


def _css_text(text: str) -> str:
    """A CSS string that nothing in it can end."""
    escaped = (c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in text)
    return f'"{"".join(escaped)}"'
