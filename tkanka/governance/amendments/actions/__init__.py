"""All that is done with changes of the charter."""

from .changing import base_on, drop_term, enact, present, second, set_term, start, withdraw
from .erasing import forget_person

__all__ = [
    "base_on", "drop_term", "enact", "forget_person", "present", "second", "set_term", "start", "withdraw",
]  # fmt: skip
