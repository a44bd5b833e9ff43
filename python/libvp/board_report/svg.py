"""libvp's pictures as SVG to stand in the page: text as text, nothing that changes from run to run."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable, Optional
from xml.etree import ElementTree

from ..extras import need
from ..plot.paper import NothingToDraw

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LONG = re.compile(r"-?\d+\.\d{3,}")
_FONT = re.compile(r"font-family: [^;]*;?")
_REFERENCE = re.compile(r"url\(#([^)]*)\)|^#(.*)")


@dataclass(frozen=True)
class Picture:
    svg: str
    #: What it shows, for those who do not see it.
    alt: str


def draw(
    picture: Callable[..., Any], about: Any, key: str, alt: str, lang: str
) -> Optional[Picture]:
    """None where there is nothing to draw. key: different for every picture of a page."""
    need("matplotlib", "report")
    from matplotlib import pyplot

    file = io.StringIO()
    settings = {"svg.fonttype": "none", "svg.hashsalt": f"libvp-{key}"}
    with pyplot.style.context(["default", settings]):
        try:
            made = picture(about, lang=lang)
        except NothingToDraw:
            return None
        if hasattr(made, "set_title"):
            made.set_title("", loc="left")  # it stands above the picture
        figure = made.figure if hasattr(made, "figure") else made.flat[0].figure
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None})
        pyplot.close(figure)
    return Picture(_inline(file.getvalue()), alt)


def _inline(text: str) -> str:
    """As HTML has it: without namespaces, metadata, fonts, and ids that nothing refers to."""
    root = ElementTree.fromstring(text)
    for element in root.iter():
        element.tag = _plain(element.tag)
        element.attrib = {_plain(key): _short(value) for key, value in element.attrib.items()}
    _remove(root, "metadata", "style")
    referred = {id for element in root.iter() for id in _references(element)}
    for element in root.iter():
        if element.get("id") not in referred:
            element.attrib.pop("id", None)
    for key in ("version", "height"):
        root.attrib.pop(key, None)
    root.set("width", f"{float(root.attrib['width'][:-2]) * 4 / 3:.0f}")
    root.set("aria-hidden", "true")
    return ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)


def _short(value: str) -> str:
    """In hundredths of a point, and in the page's font."""
    value = _FONT.sub("", value)
    return _LONG.sub(lambda found: f"{float(found.group()):.2f}".rstrip("0").rstrip("."), value)


def _plain(name: str) -> str:
    return name.rpartition("}")[2]


def _remove(parent: Element, *tags: str) -> None:
    for child in list(parent):
        if child.tag in tags:
            parent.remove(child)
        else:
            _remove(child, *tags)


def _references(element: Element) -> Any:
    for value in element.attrib.values():
        for match in _REFERENCE.finditer(value):
            yield match.group(1) or match.group(2)
