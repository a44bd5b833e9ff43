"""Runs one piece of Python after another, as a notebook does: each line of standard input is a
piece as JSON, and each line of standard output what it printed, the value of its last line too."""

import ast
import contextlib
import io
import json
import sys
import traceback


def run(code, names):
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<sample>", "exec"), names)
    value = (
        None
        if last is None
        else eval(compile(ast.Expression(last.value), "<sample>", "eval"), names)
    )
    if value is not None:
        print(repr(value))


def main():
    names = {"__name__": "__main__"}
    for line in sys.stdin:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            try:
                run(json.loads(line), names)
                ok = True
            except Exception:
                traceback.print_exc()
                ok = False
        print(json.dumps({"ok": ok, "output": printed.getvalue()}), flush=True)


main()
