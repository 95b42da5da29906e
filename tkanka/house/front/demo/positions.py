"""The demo's joint positions: one handed over and answered, one that can be signed."""

import tomllib
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from tkanka.governance.positions import actions
from tkanka.governance.positions.models import Position
from tkanka.governance.positions.queries import addressees_of, positions_in
from tkanka.network.networks.queries import network_by_slug
from tkanka.rules.standing import Office

from .groups import Told
from .reading import DATA


def build_positions(say: Callable[[str], None], now: datetime) -> None:
    """What is written down, in every network that has no position yet."""
    for row in tomllib.loads((DATA / "positions.toml").read_text("utf8"))["position"]:
        told = Told(network_by_slug(row["network"]), now)
        if not positions_in(told.network, told.office(Office.SECRETARIAT, now)).exists():
            with transaction.atomic():
                build(told, row)
            say(f"{told.network.short_name}: a position")


def build(told: Told, row: dict[str, Any]) -> None:
    """Begun by the first member, remarked on, frozen, signed, and as far as it has come."""
    members, at = told.members(), told.ago(row["begun"])
    person, party = members[0]
    position = actions.begin_position(
        by=told.by(person, at, party), at=at, network=told.network, organisation=party, title=row["title"],
        text=row["text"], addressees=row["addressees"],
    )  # fmt: skip
    for number, text in row["remarks"]:
        who, other = members[number]
        actions.remark_on_draft(by=told.by(who, at, other), at=at, position=position, organisation=other, text=text)
    then = told.ago(row["frozen"])
    position = actions.freeze_position(
        by=told.by(person, then, party), at=then, position=position, until=told.ago(row["ends"]).date()
    )
    for number in row["signed"]:
        who, other = members[number]
        signature = actions.sign_position(
            by=told.by(who, then, other), at=then, position=position, organisation=other
        )  # fmt: skip
        if number in row.get("withdrawn", []):
            signature.position = position
            actions.withdraw_signature(by=told.by(who, then, other), at=then, signature=signature)
    if "delivered" in row:
        hand_over(told, row, position)


def hand_over(told: Told, row: dict[str, Any], position: Position) -> None:
    at = told.ago(row["ends"] - 1)
    person, party = told.members()[0]
    position = actions.close_signing(by=told.by(person, at, party), at=at, position=position)
    for number, addressee in enumerate(addressees_of(position)):
        days, how = row["delivered"][number]
        addressee.position, on = position, told.ago(days)
        office = told.office(Office.SECRETARIAT, on)
        addressee = actions.deliver(by=office, at=on, addressee=addressee, on=on.date(), how=how)
        addressee.position = position
        for text in row["answers"][number : number + 1]:
            actions.note_answer(by=office, at=told.now, addressee=addressee, on=told.today, text=text)
