"""Letters about positions: to those who may sign, to those who signed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from tkanka.ground.notices.actions import write_letter
from tkanka.network.networks.queries import members_of, recipients_of

from .models import Position
from .queries import signatories


def tell(
    position: Position, organisations: Iterable[UUID], letter: str, at: datetime, about: object = "", **more: Any
) -> None:  # fmt: skip
    """Write to everybody who speaks for these organisations."""
    network = position.network
    for to, basis in recipients_of(organisations, localdate(at)):
        write_letter(
            to=to, cause=f"position.{letter}:{about or position.pk}", template=f"positions/mail/{letter}.txt", at=at,
            network=network.pk, basis=basis, network_name=network.short_name, slug=network.slug, position=position,
            **more,
        )  # fmt: skip


def tell_members(position: Position, letter: str, at: datetime) -> None:
    tell(position, members_of(position.network, localdate(at)).values_list("pk", flat=True), letter, at)


def tell_signatories(position: Position, letter: str, at: datetime, about: object = "", **more: Any) -> None:
    tell(position, signatories(position), letter, at, about, **more)
