"""Work on many things in threads, and how far it has come."""

from __future__ import annotations

import os
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Callable, Iterator, List, Optional, Sequence, TypeVar

from .extras import need

T = TypeVar("T")
R = TypeVar("R")

#: Work that is shorter shows no bar, in seconds.
_DELAY = 1.0


def each(
    function: Callable[[T], R],
    items: Sequence[T],
    workers: Optional[int],
    progress: Optional[bool],
    what: str,
) -> List[R]:
    """What function gives for each item, in their order. The first item that raises stops it."""
    if workers is not None and workers < 1:
        raise ValueError(f"workers is at least 1, not {workers}")
    most = workers or os.cpu_count() or 1
    with _bar(len(items), progress, what) as advance:
        with ThreadPoolExecutor(max(1, min(most, len(items)))) as pool:
            futures = [pool.submit(function, item) for item in items]
            results = []
            try:
                for future in futures:
                    results.append(future.result())
                    advance()
            finally:
                for future in futures:
                    future.cancel()
    return results


@contextmanager
def _bar(total: int, progress: Optional[bool], what: str) -> Iterator[Callable[[], Any]]:
    """Calls to what it gives move the bar on."""
    if not (_is_watched() and find_spec("tqdm") if progress is None else progress):
        yield lambda: None
        return
    need("tqdm", "progress")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a notebook without widgets has a bar of text
        tqdm = import_module("tqdm.auto").tqdm
    with tqdm(total=total, desc=what, unit=" plan", delay=0 if progress else _DELAY) as shown:
        yield shown.update


def _is_watched() -> bool:
    """Whether a person looks on, at a terminal or in a notebook."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    return hasattr(shell, "kernel") or (sys.stderr is not None and sys.stderr.isatty())
