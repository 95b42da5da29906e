"""Letters of this room. What is due to a seat rests on the seat, so it is void once the seat is."""

from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.queries import recipients_for_offices
from tkanka.network.networks.queries.belonging import recipient
from tkanka.network.people.models import Person

from .models import Body
from .queries import leads_of, recipients_of_body


def tell(body: Body, to: Recipient, basis: str, cause: str, letter: str, at: datetime, **context: Any) -> None:
    """One letter about a body. Its cause names the body, so that what tells of a hidden one can be kept from view."""
    write_letter(
        to=to, cause=f"{cause}@{body.pk}", template=f"bodies/mail/{letter}.txt", at=at, basis=basis,
        network=body.network_id, network_name=body.network.short_name, slug=body.network.slug, body=body, **context,
    )  # fmt: skip


def tell_person(body: Body, person: Person, cause: str, letter: str, at: datetime, **context: Any) -> None:
    """To somebody whose right to the letter does not end with a seat: it is about coming in, or about that end."""
    tell(body, recipient(person), "", cause, letter, at, **context)


def tell_keepers(body: Body, cause: str, letter: str, at: datetime, *, closed: bool, **context: Any) -> None:
    """To the office; of a closed group to those who lead it, or where nobody does, to all in it."""
    day = localdate(at)
    if not closed:
        for to, basis in recipients_for_offices(body.network, day):
            tell(body, to, basis, cause, letter, at, **context)
        return
    leads = [(recipient(seat.person), f"seat:{seat.pk}") for seat in leads_of(body, day)]
    for to, basis in leads or recipients_of_body(body, day):
        tell(body, to, basis, cause, letter, at, **context)


def tell_leads(body: Body, cause: str, letter: str, at: datetime, *, closed: bool, **context: Any) -> None:
    """To those who lead it; where nobody does, to whoever keeps it."""
    leads = leads_of(body, localdate(at))
    for seat in leads:
        tell(body, recipient(seat.person), f"seat:{seat.pk}", cause, letter, at, **context)
    if not leads:
        tell_keepers(body, cause, letter, at, closed=closed, **context)
