"""Profiles: what a municipality says of all its plans."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Iterable, List, Optional, Tuple, Union

from . import _vp
from .errors import PlanError, ProfileError

if TYPE_CHECKING:
    from ._vp import Handle
    from .baseline import Baseline
    from .check import Report
    from .own_functions import Functions
    from .own_rules import OwnRule

__all__ = ["Profile", "load_profile", "profiles"]


class Profile:
    """A profile (profil): the risk model, which rules are wanted and how grave their findings are.

    It does not change, and plans and threads may share it.
    """

    def __init__(self, handle: Handle, path: Optional[str], extends: Optional[Profile]):
        self._handle = handle
        self._root = _vp.profile_root(handle)
        #: The file that it was read from; None for one of libvp's own.
        self.path = path
        #: The profile that it extends; None for none, and for one of libvp's own.
        self.extends = extends

    @property
    def id(self) -> str:
        return _vp.element_id(self._root) or ""

    @property
    def title(self) -> Optional[str]:
        return _vp.element_text(self._root, "title", 0)

    @property
    def language(self) -> Optional[str]:
        """ "sv" or "en": of all that is said of its plans; None for each plan's own (språk)."""
        own = _vp.element_text(self._root, "language", 0)
        return self.extends.language if own is None and self.extends is not None else own

    def check(
        self,
        select: Union[str, Iterable[str], None] = None,
        ignore: Union[str, Iterable[str], None] = None,
        lang: Optional[str] = None,
        rules: Optional[Iterable[OwnRule]] = None,
        functions: Optional[Functions] = None,
        baseline: Union[Baseline, str, os.PathLike[str], None] = None,
    ) -> Report:
        """Does the profile itself hold together? Its risk model is checked, and its names of rules.

        The report's ``rules`` say what becomes of every rule under the profile.
        """
        from .check import check_profile

        return check_profile(self, select, ignore, lang, rules, functions, baseline)

    def __repr__(self) -> str:
        return f"<Profile {self.id}>"


def profiles() -> Tuple[str, ...]:
    """The names of libvp's own profiles."""
    names: List[str] = []
    while (name := _vp.profile_name_at(len(names))) is not None:
        names.append(name)
    return tuple(names)


def load_profile(profile: Union[str, os.PathLike[str]]) -> Profile:
    """Reads a profile file, or takes one of libvp's own by its name ("bollebygd").

    What it extends is looked for from the folder that it lies in.

    Raises:
        ProfileError: It is no profile; with its file, line and column.
        OSError: A file cannot be read.
    """
    name = os.fsdecode(profile)
    own = _vp.profile_text(name)
    return _load(name, ()) if own is None else Profile(_vp.profile_read(own.encode()), None, None)


def _load(path: str, extending: Tuple[str, ...]) -> Profile:
    if os.path.realpath(path) in extending:
        raise ProfileError("profiles extend one another in a circle", path=path)
    with open(path, "rb") as file:
        data = file.read()
    try:
        handle = _vp.profile_read(data)
    except PlanError as error:
        raise ProfileError(error.message, error.line, error.column, path) from None
    name = _vp.element_text(_vp.profile_root(handle), "extends", 0)
    if name is None or _vp.profile_text(name) is not None:
        return Profile(handle, path, None)
    beside = os.path.join(os.path.dirname(path), name)
    extended = _load(beside, (*extending, os.path.realpath(path)))
    _vp.profile_extend(handle, extended._handle)
    return Profile(handle, path, extended)
