"""libvp checks Swedish municipal plans (verksamhetsplaner).

>>> import libvp
>>> plan = libvp.load("plan.json")
>>> plan.budget.frame.closing.amount
<Quantity '231,2' mnkr>
>>> for finding in plan.check():
...     print(finding)
"""

from . import _vp
from .baseline import *
from .board_report import *
from .catalogue import *
from .check import *
from .columns import *
from .element import *
from .elements import *
from .errors import *
from .from_frames import *
from .own_functions import *
from .own_rules import *
from .plan import *
from .plans import *
from .profile import *
from .reconciliation import *
from .sequences import *
from .values import *

__version__: str = _vp.version()


def schema(kind: str = "plan") -> str:
    """The JSON Schema of the plan file, or that of kind "profile" or "baseline"."""
    kinds = {
        "plan": _vp.schema_write,
        "profile": _vp.profile_schema_write,
        "baseline": _vp.baseline_schema_write,
    }
    if kind not in kinds:
        raise ArgumentError(f"kind is one of {', '.join(kinds)}, not {kind!r}")
    return kinds[kind]()
