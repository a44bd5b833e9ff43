"""The Python package as a page, read from its source: nothing has to be built or imported."""

from __future__ import annotations

import ast
import html
import inspect
import re
from pathlib import Path
from typing import Iterator, Union

import markdown

Definition = Union[ast.ClassDef, ast.FunctionDef]

#: Modules that come first; then all others that the package imports from, and the pictures.
FIRST = ["plan", "elements", "element", "sequences", "values", "check", "own_rules", "catalogue"]

#: What a field of the plan format is in Python.
TYPES = {
    "Child": "{} or None",
    "Figure": "Quantity",
    "Figures": "Quantities",
    "Flag": "bool",
    "Integer": "int or None",
    "List": "Elements[{}]",
    "Reference": "{} or None",
    "ReferenceId": "str or None",
    "ReferenceList": "References[{}]",
    "RequiredChild": "{}",
    "RequiredInteger": "int",
    "RequiredText": "str",
    "Text": "str or None",
    "Texts": "tuple of str",
    "Time": "Period",
}


class Package:
    def __init__(self, root: Path):
        self.root = root
        self.sources: dict[ast.AST, list[str]] = {}
        self.modules: dict[str, list[ast.Module]] = {}
        self.classes: dict[str, ast.ClassDef] = {}
        self.start = (root / "__init__.py").read_text(encoding="utf-8")
        imported = re.findall(r"^from \.(\w+) import \*", self.start, re.M)
        for name in [*FIRST, *(name for name in imported if name not in FIRST), "plot"]:
            path = root / name
            files = sorted(path.glob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
            self.modules[name] = [self.parse(file) for file in files]
        for trees in self.modules.values():
            for node in (node for tree in trees for node in tree.body):
                if isinstance(node, ast.ClassDef):
                    self.classes.setdefault(node.name, node)

    def parse(self, file: Path) -> ast.Module:
        text = file.read_text(encoding="utf-8")
        tree = ast.parse(text)
        for node in tree.body:
            self.sources[node] = text.splitlines()
        return tree

    def exported(self, module: str) -> list[str]:
        """What the module has in its __all__; a package without one, what its modules have."""
        listed = [names_in(tree) for tree in self.modules[module]]
        return listed[0] or [name for names in listed for name in names]

    def find(self, module: str, name: str) -> Definition:
        for node in (node for tree in self.modules[module] for node in tree.body):
            if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and node.name == name:
                return node
        raise KeyError(f"{module}.{name}")

    def body(self, node: ast.ClassDef, shown: set[str]) -> Iterator[tuple[ast.stmt, list[str]]]:
        """What stands in a class, and in those below it that have no place of their own."""
        for base in node.bases:
            below = self.classes.get(ast.unparse(base).split("[")[0])
            if below is not None and below.name not in shown:
                yield from self.body(below, shown)
        for part in node.body:
            yield part, self.sources[node]


def names_in(tree: ast.Module) -> list[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names: list[str] = ast.literal_eval(node.value)
            return names
    return []


def prose(text: str | None) -> str:
    """A docstring, which is text with a little of reStructuredText and of Google's style."""
    lines: list[str] = []
    in_section = in_code = False
    for line in inspect.cleandoc(text or "").split("\n"):
        if line in ("Args:", "Raises:", "Returns:", "Yields:"):
            lines += [f"**{line[:-1]}**", ""]
            in_section = True
            continue
        entry = re.fullmatch(r"    ([\w, *]+): (.*)", line) if in_section else None
        is_code = line.startswith(">>>") or (in_code and line != "")
        if is_code != in_code:
            lines += ["```python"] if is_code else ["```"]
        in_code = is_code
        if entry:
            line = f"- `{entry[1]}`: {entry[2]}"
        elif line and not line.startswith(" "):
            in_section = False
        lines.append(line if is_code else quiet(line))
    if in_code:
        lines.append("```")
    extensions = ["fenced_code", "codehilite", "sane_lists"]
    return str(markdown.markdown("\n".join(lines), extensions=extensions))


def quiet(line: str) -> str:
    """Code between backquotes, and nothing else, has a meaning in Markdown."""
    line = re.sub(r":[a-z]+:`~?([^`]*)`", r"`\1`", line).replace("``", "`")
    parts = line.split("`")
    parts[::2] = [re.sub(r"([_*\\<])", r"\\\1", part) for part in parts[::2]]
    return "`".join(parts)


def signature(node: ast.FunctionDef) -> str:
    arguments = ast.unparse(node.args)
    arguments = re.sub(r"^(self|cls)(, |$)", "", arguments)
    returned = f" → {ast.unparse(node.returns)}" if node.returns is not None else ""
    return f"{node.name}({arguments}){returned}"


def comment_above(lines: list[str], node: ast.stmt) -> str:
    found: list[str] = []
    at = node.lineno - 2
    while at >= 0 and lines[at].strip().startswith("#:"):
        found.insert(0, lines[at].strip()[2:].strip())
        at -= 1
    return " ".join(found)


def field_of(call: ast.Call) -> str | None:
    """How a field is typed, if it is one of the plan format."""
    function = call.func
    made = function.value if isinstance(function, ast.Subscript) else function
    kind = TYPES.get(ast.unparse(made))
    if kind is None:
        return None
    if isinstance(function, ast.Subscript):
        return kind.format(ast.unparse(function.slice).strip("'"))
    return kind.format(ast.unparse(call.args[0])) if "{}" in kind else kind


def attribute(part: ast.stmt, lines: list[str]) -> tuple[str, str, str] | None:
    """Name, type and explanation of a field, an annotated member or a property."""
    if isinstance(part, ast.Assign) and isinstance(part.value, ast.Call):
        kind = field_of(part.value)
        if kind is not None:
            explained = next(
                a.value
                for a in part.value.args
                if isinstance(a, ast.Constant) and isinstance(a.value, str) and " " in a.value
            )
            return ast.unparse(part.targets[0]), kind, explained
    if isinstance(part, ast.AnnAssign):
        return ast.unparse(part.target), ast.unparse(part.annotation), comment_above(lines, part)
    if isinstance(part, ast.FunctionDef) and "property" in map(ast.unparse, part.decorator_list):
        kind = ast.unparse(part.returns) if part.returns is not None else ""
        return part.name, kind, ast.get_docstring(part) or ""
    return None


def methods(parts: list[tuple[ast.stmt, list[str]]], owner: str) -> Iterator[str]:
    """What a class overrides stands once."""
    own = {part.name: part for part, _ in parts if isinstance(part, ast.FunctionDef)}
    for part in own.values():
        if part.name.startswith("_"):
            continue
        decorators = set(map(ast.unparse, part.decorator_list))
        if decorators & {"property", "overload"}:
            continue
        yield f'<h4 id="{owner}.{part.name}"><code>{html.escape(signature(part))}</code></h4>'
        yield prose(ast.get_docstring(part))


def is_shown(base: str, shown: set[str]) -> bool:
    return (
        base.split("[")[0] in shown
        or base.startswith(("Sequence", "Exception"))
        or base.endswith("Error")
    )


def class_section(package: Package, node: ast.ClassDef, shown: set[str]) -> Iterator[str]:
    bases = ", ".join(name for name in map(ast.unparse, node.bases) if is_shown(name, shown))
    yield f'<h3 id="{node.name}">class {node.name}' + (f"({bases})" if bases else "") + "</h3>"
    yield prose(ast.get_docstring(node))
    parts = list(package.body(node, shown))
    rows = [row for row in (attribute(*part) for part in parts) if row and row[0][0] != "_"]
    if rows:
        yield '<table class="fields"><tbody>'
        for name, kind, explained in rows:
            yield f"<tr><td><code>{name}</code></td><td><code>{html.escape(kind)}</code></td>"
            yield f"<td>{prose(explained)}</td></tr>"
        yield "</tbody></table>"
    yield from methods(parts, node.name)


def python_page(root: Path) -> tuple[str, list[str]]:
    """The page and the names that it explains."""
    package = Package(root)
    names = {module: package.exported(module) for module in package.modules}
    shown = {name for listed in names.values() for name in listed}
    titles = {
        module: (ast.get_docstring(trees[0]) or module).split("\n")[0].rstrip(".")
        for module, trees in package.modules.items()
    }
    start = ast.get_docstring(ast.parse((root / "__init__.py").read_text(encoding="utf-8")))
    out = ["<h1>libvp in Python</h1>", prose(start), "<nav><ul>"]
    for module, listed in names.items():
        links = ", ".join(f'<a href="#{prefixed(module, name)}">{name}</a>' for name in listed)
        out.append(f"<li>{html.escape(titles[module])}: {links}</li>")
    out.append("</ul></nav>")
    for module, listed in names.items():
        out.append(f'<h2 id="module-{module}">{html.escape(titles[module])}</h2>')
        for name in listed:
            node = package.find(module, name)
            if isinstance(node, ast.ClassDef):
                out += class_section(package, node, shown)
            else:
                shown_as = html.escape(prefixed(module, "") + signature(node))
                out.append(f'<h3 id="{prefixed(module, name)}"><code>{shown_as}</code></h3>')
                out.append(prose(ast.get_docstring(node)))
    return "\n".join(out), [prefixed(module, name) for module in names for name in names[module]]


def prefixed(module: str, name: str) -> str:
    return f"plot.{name}" if module == "plot" else name
