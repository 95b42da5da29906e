"""The letters of this room. Called inside the actions that cause them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tkanka.governance.bodies.queries import recipients_of_body
from tkanka.ground.kit.dates import only_day
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.queries import members_of, recipients_for_offices, recipients_of

from .models import Case, Successor
from .queries import advisory_group

Addressed = Iterable[tuple[Recipient, str]]


def _tell(case: Case, people: Addressed, letter: str, cause: object, at: datetime, **more: Any) -> None:
    told: dict[str, tuple[Recipient, str]] = {}
    for to, basis in people:
        told.setdefault(to.key, (to, basis))
    for to, basis in told.values():
        write_letter(
            to=to, cause=f"separation.{letter}:{cause}", template=f"separation/mail/{letter}.txt", at=at,
            network=case.network_id, basis=basis, network_name=case.network.short_name, slug=case.network.slug,
            case=case, **more,
        )  # fmt: skip


def tell_opened(case: Case, at: datetime) -> None:
    """The body that decides, the host and the secretariat."""
    day, body = only_day(at), advisory_group(case.network)
    people = [*recipients_of([case.host_id], day), *recipients_for_offices(case.network, day)]
    _tell(case, [*(recipients_of_body(body, day) if body else []), *people], "opened", case.pk, at)


def tell_named(one: Successor, at: datetime) -> None:
    """Those who may commit the successor."""
    _tell(one.case, recipients_of([one.organisation_id], only_day(at)), "named", one.pk, at, successor=one)


def tell_answered(one: Successor, at: datetime) -> None:
    """The body that decides and the secretariat."""
    day, body = only_day(at), advisory_group(one.case.network)
    people = [*(recipients_of_body(body, day) if body else []), *recipients_for_offices(one.case.network, day)]
    _tell(one.case, people, "answered", one.pk, at, successor=one)


def tell_settled(case: Case, at: datetime) -> None:
    """Every member: the network parts from its host, or it does not."""
    day = only_day(at)
    parties = members_of(case.network, day).values_list("pk", flat=True)
    _tell(case, [*recipients_of(parties, day), *recipients_for_offices(case.network, day)], "settled", case.pk, at)
