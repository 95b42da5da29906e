"""Who may see a text or a field."""

from __future__ import annotations

from enum import StrEnum

from .standing import Standing


class Audience(StrEnum):
    PUBLIC = "public"
    MEMBERS = "members"
    SECRETARIAT = "secretariat"
    NOBODY = "nobody"


def audiences_of(by: Standing) -> frozenset[Audience]:
    """The audiences a visitor belongs to: everyone is public; those in office see what members see."""
    found = {Audience.PUBLIC}
    if by.is_member or by.keeps_the_network:
        found.add(Audience.MEMBERS)
    if by.keeps_the_network:
        found.add(Audience.SECRETARIAT)
    return frozenset(found)
