"""What the C sources can say: the messages of rules, and those of files and command lines that
cannot be used."""

import re

from command import ROOT

SOURCE = ROOT / "libvp/src"
CLI = ROOT / "libvp/cli"

STRING = r'"(?:[^"\\\n]|\\.)*"'
TOKEN = re.compile(rf"{STRING}|[A-Za-z_]\w*|[{{}},;]|\[[^\]]*\]")

# All that is printed of these goes to a person whose file cannot be read.
READER = ["json/keys.c", "json/read.c", "json/read_value.c", "json/scan.c", "json/scan_error.c",
          "json/scan_number.c", "json/scan_string.c", "model/presence.c"]

# What no file and no command line makes vp say, by source file or by message, and why.
EXCEPTIONS = {
    "out of memory": "memory does not run out here; tests/memory makes it",
    "vp: error: out of memory": "memory does not run out here",
    "a text of more than %lu bytes": "that is a file of 1 GiB; tests/json/test_scan.c has it",
    "the budget's tables and sums have more than %d terms":
        "needs a plan of many millions of cells",
    "the output could not be written": "vp reports it as the lost standard output",
    "a report was checked with another baseline": "an argument of the C API",
    "\"%s\" is no period": "an argument of the C API",
    "base/context.c": "an argument of the C API",
    "columns/elements.c": "an argument of the C API",
    "columns/gather.c": "arguments of the C API",
    "functions/function.c": "arguments of the C API, and what functions of a host program do",
    "functions/native.c": "no platform of the tests is without libffi's calls",
    "localize/localize.c": "arguments of the C API",
    "model/build.c": "arguments of the C API",
    "model/plan.c": "an order of calls of the C API",
    "the profile extends nothing": "an order of calls of the C API",
    "the profile has what it extends already": "an order of calls of the C API",
    "the profile extends \"%s\": give it with vp_profile_extend first":
        "an order of calls of the C API",
    "reconcile/build.c": "arguments of the C API",
    "\"%s\" lacks a function": "an argument of the C API",
    "rules/own.c": "what rules of a host program do",
    "rules/rule_set.c": "rules of a host program",
    "the rule \"%s\" stopped the check": "what rules of a host program do",
}
used_exceptions = set()


def read(path):
    text = path.read_text(encoding="utf-8")
    return re.sub(rf"({STRING})|'(?:\\.|[^\\'])'|/\*.*?\*/|^#include.*?$",
                  lambda match: match[1] or " ", text, flags=re.DOTALL | re.MULTILINE)


def value_of(literal):
    """The text of one string literal."""
    def escape(match):
        code = match[1]
        if code.startswith(b"x"):
            return bytes([int(code[1:], 16)])
        return {b"n": b"\n", b"t": b"\t"}.get(code, code)
    return re.sub(rb"\\(x[0-9A-Fa-f]{2}|.)", escape, literal[1:-1].encode()).decode(
        errors="replace")


def join(message, notes, help_lines):
    return "\n".join([*message, *(f"note: {line}" for line in notes),
                      *(f"help: {line}" for line in help_lines)])


# Initialisers


def macros_of(text):
    """Macros that stand for tokens, by name."""
    lines = text.replace("\\\n", " ")
    return {match[1]: TOKEN.findall(match[2])
            for match in re.finditer(r"^#define (\w+) (.*)$", lines, re.MULTILINE)}


def expand(tokens, macros):
    for token in tokens:
        if token in macros:
            yield from expand(macros[token], macros)
        else:
            yield token


def tree_of(tokens):
    """Nested lists: of a brace its items, of adjacent literals their text, of NULL None."""
    items, text = [], None
    for token in tokens:
        if token == "{":
            items.append(tree_of(tokens))
        elif token[0] == '"':
            text = (text or "") + value_of(token)
        elif token == "NULL":
            items.append(None)
        elif token in ",}" and text is not None:
            items.append(text)
            text = None
        if token == "}":
            break
    return items


def initialisers(kind):
    """The nested lists of what is declared with that type in the rules, and where."""
    for path in sorted((SOURCE / "rules").glob("*.c")):
        text = read(path)
        macros = macros_of(text)
        for match in re.finditer(rf"^\s*static const {kind} (.*?);$", text,
                                 re.DOTALL | re.MULTILINE):
            tokens = iter([*expand(TOKEN.findall(match[1]), macros), "}"])
            yield path.relative_to(ROOT), tree_of(tokens)


def is_text(node):
    return isinstance(node, list) and len(node) == 2 and not any(isinstance(n, list) for n in node)


def nodes(tree, is_wanted):
    if is_wanted(tree):
        yield tree
    elif isinstance(tree, list):
        for node in tree:
            yield from nodes(node, is_wanted)


def is_message(node):
    return isinstance(node, list) and len(node) == 3 and all(is_text(text) for text in node)


def variants():
    """Each way in which a rule can say what it found: source file, language, all its lines."""
    for path, tree in initialisers("vp_message"):
        for message in nodes(tree, is_message):
            for i, language in enumerate(("sv", "en")):
                lines = [text[i].split("\n") if text[i] else [] for text in message]
                yield path, language, join(*lines)


def phrases():
    """What messages take in from elsewhere in the rules. Not the slips in figures: the generator of
    tests/localize makes every kind."""
    for path, tree in initialisers("vp_text"):
        if str(path).endswith("figure_names.c"):
            continue
        for text in nodes(tree, is_text):
            for i, language in enumerate(("sv", "en")):
                if text[i]:
                    yield path, language, text[i]


# Sentences


def calls(text, names):
    """The arguments of the calls of some functions, as they are written."""
    for match in re.finditer(rf"\b(?:{names})\(", text):
        depth, at = 1, match.end()
        for token in re.finditer(rf"{STRING}|[()]", text[at:]):
            depth += (token[0] == "(") - (token[0] == ")")
            if depth == 0:
                yield text[at:at + token.start()]
                break


def sentences(text):
    """The literals that say something: adjacent ones as one, those without a space left out."""
    for match in re.finditer(rf"{STRING}(?:\s*{STRING})*", text):
        sentence = "".join(value_of(literal) for literal in re.findall(STRING, match[0]))
        if " " in sentence.strip():
            yield sentence.strip("\n ")


def spoken():
    """Every sentence for a person whose file or command line cannot be used, and where it is."""
    for path in sorted(SOURCE.glob("**/*.c")):
        name, text = str(path.relative_to(SOURCE)), read(path)
        arguments = [text] if name in READER else calls(text, "vp_fail|vp_fail_at")
        yield from ((name, sentence) for part in arguments for sentence in sentences(part))
    for path in sorted(CLI.glob("*.c")):
        text = read(path)
        parts = [part for part in calls(text, "fprintf|fputs|refuse")
                 if "stderr" in part or not part.startswith(("out", '"'))]
        parts += re.findall(rf"\bfault = ({STRING})", text)
        yield from ((path.name, sentence) for part in parts for sentence in sentences(part))


def errors():
    for name, sentence in spoken():
        exception = {name, sentence} & EXCEPTIONS.keys()
        used_exceptions.update(exception)
        if not exception:
            yield name, sentence


def unused_exceptions():
    return sorted(EXCEPTIONS.keys() - used_exceptions)


# Patterns


def pattern(text, place):
    parts = re.split(place, text)
    return re.compile(".*".join(re.escape(part) for part in parts))


def pattern_of_names(text):
    return pattern(text, r"\{[^}]*\}")


def pattern_of_format(text):
    conversion = r"%[-+ 0#]*[\d*]*(?:\.[\d*]+)?(?:hh|h|ll|l|z)?[diuxXcs]"
    return pattern(text.replace("%%", "%"), conversion)
