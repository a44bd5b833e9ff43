"""Pictures of plans, to read on a screen and in grey print (bilder). They need matplotlib.

Each takes a plan or a report, draws into the axes given as ax or into a figure of its own as wide
as the text of an A4 page, and returns the axes. Texts are in the plan's language unless lang says
"sv" or "en". Nothing is shown or saved, and no setting of matplotlib is changed.

>>> from libvp import plot
>>> plot.budget_bridge(plan).figure.savefig("ram.pdf")
"""

from .bridge import *
from .families import *
from .matrix import *
from .multiples import *
from .table import *
