"""What of a network's settings is shown to whom."""

from __future__ import annotations

from .ruling import Ruling, check
from .standing import Standing


def may_see_settings(by: Standing) -> Ruling:
    """Lists of words, subregions and offices are there for everybody who belongs to the network, to look at."""
    return check(by.keeps_the_network or by.is_member or bool(by.observers), "settings.for_those_who_belong")
