"""What a ground of a ruling is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    Promise = StrPromise
else:
    Promise = str


class Wording(NamedTuple):
    """How a ground reads when met, how when it stands in the way, and what can be done then (if anything)."""

    met: Promise
    failed: Promise
    way: Promise | str = ""


Figure = Callable[[int], str]
"""A number in words, with a hole %(n)s for the number: "najmniej %(n)s organizacje"."""
