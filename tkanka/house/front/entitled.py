"""Whose right to a letter still holds, asked of every room that writes letters on rights of its own."""

from datetime import date
from uuid import UUID

from tkanka.governance.bodies import queries as bodies
from tkanka.governance.discussions import queries as discussions

Owed = tuple[UUID | None, str]


def entitled(owed: set[Owed], day: date) -> set[Owed]:
    """Those of the queued letters' bases that hold that day, in whichever room they are known."""
    return bodies.entitled(owed, day) | discussions.entitled(owed, day)
