"""libvp checks Swedish municipal plans (verksamhetsplaner).

>>> import libvp
>>> plan = libvp.load("plan.json")
>>> plan.budget.frame.closing.amount
<Quantity '231,2' mnkr>
>>> for finding in plan.check():
...     print(finding)
"""

from . import _vp
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


def schema() -> str:
    """The JSON Schema of the plan file."""
    return _vp.schema_write()
