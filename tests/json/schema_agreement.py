"""The published schema and the reader accept the same documents.

usage: schema_agreement.py VP ACCEPTS [SEED]

Both are asked about plans, baselines and profiles, of two kinds: small cuts of examples with one or
two things changed, and, for every property of every definition in the schema, the smallest document
that has it, with values of every type. A disagreement is shown as the smallest document that keeps
it. What is not the JSON that libvp reads (keys that differ only in case, numbers of more than 15
digits) is beyond a schema's sight and left out, and so is what the rules of a profile name.
"""

import json
import random
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    Draft202012Validator = None

ROOT = Path(__file__).resolve().parents[2]
MUTANTS = 2000
EXAMPLES = {"plan": "examples/plans/*.json", "baseline": "tests/cli/files/baseline.json",
            "profile": "tests/errors/plans/*.profile.json"}

# Values to stand anywhere: of every type, and at the edges of what texts, ids and integers may be.
# No id with a newline at its end: unlike the pattern of a schema, Python's $ matches before it.
PROBES = [
    None, True, False, 0, 1, -1, 9, 10, 1000, 1001, 99999, 100000, 2**31, -2**31 - 1, 10**14,
    1.0, -0.0, 1e2, 0.5, 1e300,
    "", " ", "a", "a b", "-a", ":a", "_", "a-:_", "9", "a\tb", "true", "sv", "2026", "2026-XX-XX",
    "vp-plan/1", "vp-plan/2", "vp-baseline/1", "vp-profile/1",
    "¿", "À", "Ö", "×", "å", "é", "ɏ", "ɐ", "a\u0308", "日", "😀",
    [], [None], [True], [1], ["a"], ["a", "a"], ["a", "b", "c"], ["-a", "frame.closing"], [[]], [{}],
    [1, "1,0", None],
    {}, {"x-a": None}, {"id": "a"}, {"id": 1}, {"a": 1},
]


class Schema:
    """Finds its way in a schema as vp writes it."""

    def __init__(self, schema):
        self.definitions = schema["$defs"]
        self.root = {"$ref": schema["$ref"]}

    def resolve(self, schema):
        while "$ref" in schema:
            schema = self.definitions[schema["$ref"].rpartition("/")[2]]
        return schema

    def object_of(self, schema):
        """The object form of a schema that has one."""
        schema = self.resolve(schema)
        for form in schema.get("anyOf", [schema]):
            if self.resolve(form).get("type") == "object":
                return self.resolve(form)
        return None

    def smallest(self, schema):
        """A small value that the schema accepts."""
        found = self.object_of(schema)
        if found is not None:
            chosen = found.get("oneOf", [{"required": []}])[0]["required"]
            return {key: self.smallest(found["properties"][key])
                    for key in found.get("required", []) + chosen}
        schema = self.resolve(schema)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return schema["enum"][0]
        if "pattern" in schema:
            return "a"
        kind = schema["type"]
        if kind == "array":
            return [self.smallest(schema["items"])] * schema.get("minItems", 0)
        return schema["minimum"] if kind == "integer" else "1"

    def places(self):
        """For each definition: its object, and a function that puts such an object into a plan."""
        queue = [(self.object_of(self.root), lambda value: value)]
        seen = []
        for found, put in queue:
            if any(found is other for other in seen):
                continue
            seen.append(found)
            yield found, put
            for key, schema in found["properties"].items():
                items = self.resolve(schema).get("items")
                inner = self.object_of(items if items is not None else schema)
                if inner is not None:
                    queue.append((inner, self.inside(found, put, key, items is not None)))

    def inside(self, outer, put, key, is_list):
        chosen = [choice["required"][0] for choice in outer.get("oneOf", [])]

        def put_inside(value):
            around = self.smallest(outer)
            if key in chosen:
                around = {name: old for name, old in around.items() if name not in chosen}
            return put(around | {key: [value] if is_list else value})
        return put_inside


def probes_of(schema, resolve):
    """The edges of one schema itself."""
    schema = resolve(schema)
    yield from schema.get("enum", [])
    if "const" in schema:
        yield schema["const"]
    if schema.get("type") == "integer":
        for edge in (schema["minimum"], schema["maximum"]):
            yield from (edge - 1, edge, edge + 1, float(edge), edge + 0.5)
    if schema.get("type") == "array":
        items = resolve(schema["items"])
        for item in ("a", None, 1, *items.get("enum", [])[:1]):
            yield from ([item] * count for count in range(4))


def generated(schema):
    for found, put in schema.places():
        base = schema.smallest(found)
        yield put(base)
        yield from (put(probe) for probe in PROBES)
        for key in found.get("required", []):
            yield put({name: value for name, value in base.items() if name != key})
        for wrong in ("", "x", "X-a", "x-", "x-a", "Id", "titel", "$ref", "ö"):
            yield put(base | {wrong: {"id": [1]}})
        choices = [choice["required"][0] for choice in found.get("oneOf", [])]
        for first in choices:
            for second in choices:
                rest = {name: value for name, value in base.items() if name not in choices}
                yield put(rest | {name: schema.smallest(found["properties"][name])
                                  for name in (first, second)})
        for key, member in found["properties"].items():
            around = base if key not in choices else {
                name: value for name, value in base.items() if name not in choices}
            around = around | {name: schema.smallest(found["properties"][name])
                               for name in found.get("dependentRequired", {}).get(key, [])}
            for value in [*PROBES, *probes_of(member, schema.resolve)]:
                yield put(around | {key: value})


def cut(value, rng):
    """The value with one or two items of each list."""
    if isinstance(value, dict):
        return {key: cut(inner, rng) for key, inner in value.items()
                if key in ("format", "id", "title", "period", "accepted") or rng.random() < 0.8}
    if isinstance(value, list):
        kept = rng.sample(range(len(value)), min(len(value), rng.randint(0, 2)))
        return [cut(value[i], rng) for i in sorted(kept)]
    return value


def containers(value):
    if isinstance(value, (dict, list)):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from containers(inner)


def mutate(plan, names, rng):
    """Changes one thing in place."""
    target = rng.choice([found for found in containers(plan) if found] or [plan])
    key = rng.choice(list(target) if isinstance(target, dict) else range(len(target)))
    kind = rng.randrange(5)
    if kind == 0:
        del target[key]
    elif kind == 1:
        target[key] = deepcopy(rng.choice(PROBES))
    elif kind == 2:
        target[key] = deepcopy(rng.choice([plan, *containers(plan)]))
    elif isinstance(target, list):
        target.insert(key, deepcopy(target[key]))
    elif kind == 3:
        target[rng.choice(names)] = target.pop(key)
    else:
        target[rng.choice(names)] = deepcopy(target[key])


def mutants(kind, names, rng):
    examples = [json.loads(path.read_bytes()) for path in sorted(ROOT.glob(EXAMPLES[kind]))]
    for _ in range(MUTANTS):
        document = deepcopy(cut(rng.choice(examples), rng))
        for _ in range(rng.randint(0, 2)):
            mutate(document, names, rng)
        yield document


def smaller(document):
    """The document with one value taken out, or replaced by one inside it or by a simple one."""
    if isinstance(document, dict):
        for key, value in document.items():
            rest = {name: old for name, old in document.items() if name != key}
            yield rest
            yield from (document | {key: less} for less in smaller(value))
    elif isinstance(document, list):
        for i, value in enumerate(document):
            yield document[:i] + document[i + 1:]
            yield from (document[:i] + [less] + document[i + 1:] for less in smaller(value))
    elif isinstance(document, str) and len(document) > 1:
        yield document[0]


class Judges:
    def __init__(self, vp, accepts, kind):
        self.schema = json.loads(subprocess.check_output([vp, "schema", kind]))
        Draft202012Validator.check_schema(self.schema)
        self.validator = Draft202012Validator(self.schema)
        self.accepts = [accepts, kind]

    def disagreements(self, documents):
        """Triples of a document, whether the schema accepts it and what the reader says."""
        lines = "".join(json.dumps(document) + "\n" for document in documents)
        answers = subprocess.run(self.accepts, input=lines, capture_output=True, text=True,
                                 check=True).stdout.split()
        assert len(answers) == len(documents)
        for document, answer in zip(documents, answers):
            is_valid = self.validator.is_valid(document)
            if (answer == "1") != is_valid:
                yield document, is_valid, answer

    def smallest(self, document, is_valid, answer):
        while True:
            found = next((less for less, valid, said in self.disagreements(list(smaller(document)))
                          if (valid, said) == (is_valid, answer)), None)
            if found is None:
                return document
            document = found


def unique(documents):
    return [json.loads(text) for text in dict.fromkeys(map(json.dumps, documents))]


def check(kind):
    """How many documents they agree on, and how many not."""
    judges = Judges(sys.argv[1], sys.argv[2], kind)
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    schema = Schema(judges.schema)
    names = sorted({key for found, _ in schema.places() for key in found["properties"]})
    documents = unique([*generated(schema), *mutants(kind, names + ["x-own", "other", "Id"], rng)])
    failures = list(judges.disagreements(documents))
    for document, is_valid, answer in failures[:10]:
        verdict = {"1": "accepts", "0": "refuses", "-": "cannot even parse"}[answer]
        mine = "accepts" if is_valid else "refuses"
        print(f"FAILED: the schema of a {kind} {mine} what the reader {verdict}:")
        print("  " + json.dumps(judges.smallest(document, is_valid, answer), ensure_ascii=False))
    return len(documents) - len(failures), len(failures)


def main():
    if Draft202012Validator is None:
        print("skipped: python3-jsonschema is not installed")
        print("0 passed, 0 failed")
        return 0
    counts = [check(kind) for kind in EXAMPLES]
    passed, failed = (sum(column) for column in zip(*counts))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
