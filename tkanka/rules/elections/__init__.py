"""Elections: who may stand and vote, the lot, the bounds, and the count."""

from .blt import BadBlt, Blt, read_blt, write_blt
from .bounds import Bound, Field, TooEntangled
from .bounds_file import BadBounds, named, read_bounds
from .counted import CannotFill, Count, Displaced, Event, Happened, Round
from .lots import digest, drawn_order
from .plurality import count_most_votes
from .stv import count_stv
from .told import told

__all__ = [
    "BadBlt",
    "BadBounds",
    "Blt",
    "Bound",
    "CannotFill",
    "Count",
    "Displaced",
    "Event",
    "Field",
    "Happened",
    "Round",
    "TooEntangled",
    "count_most_votes",
    "count_stv",
    "digest",
    "drawn_order",
    "named",
    "read_blt",
    "read_bounds",
    "told",
    "write_blt",
]
