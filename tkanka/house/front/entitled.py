"""Whose right to a letter still holds, asked of every room that writes letters on rights of its own."""

from datetime import date
from uuid import UUID

from tkanka.governance.discussions import queries as discussions
from tkanka.network.networks import queries as networks

Owed = tuple[UUID | None, str]


def entitled(owed: set[Owed], day: date) -> set[Owed]:
    """Those of the queued letters' bases that hold that day, in whichever room they are known."""
    return networks.entitled(owed, day) | discussions.entitled(owed, day)
