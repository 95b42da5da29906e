"""Whom parties named as their contact when they applied: to be asked once the party has been admitted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tkanka.ground.ledger.queries import records_of
from tkanka.network.membership.models import Application
from tkanka.network.membership.profile import read_profile
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.membership import ApplicationState
from tkanka.rules.standing import Standing
from tkanka.rules.visibility import Audience

from ..models import SEEN_BY
from .cards import declined_contact, known_contact

ASKED_WITHIN = timedelta(days=7)
SYSTEM = Standing(system="directory")


@dataclass(frozen=True, slots=True)
class Named:
    """A contact an application named: of whom, in which network, at which address, with what on the card."""

    network: Network
    organisation: Organisation
    email: str
    said: dict[str, Any]


def named_in_applications(at: datetime, limit: int = 200) -> list[Named]:
    """Contacts of parties admitted in the last days who were not asked yet, are no card yet and did not say no."""
    rows = Application.objects.filter(
        state=ApplicationState.ACCEPTED, decided_at__gt=at - ASKED_WITHIN, organisation__isnull=False
    )
    found = [_named(row) for row in rows.select_related("network", "organisation").order_by("decided_at")[:limit]]
    return [named for named in found if named is not None and _is_to_be_asked(named)]


def _named(application: Application) -> Named | None:
    profile = read_profile(application.data.get("profile"))
    if not profile.contact_person or not profile.email or application.organisation is None:
        return None
    audience = profile.contact_audience if profile.contact_audience in set(Audience) else Audience.MEMBERS
    said = {"name": profile.contact_person, "post": profile.contact_post, "phone": profile.phone}
    said |= dict.fromkeys(SEEN_BY, audience)
    return Named(application.network, application.organisation, profile.email.strip().lower(), said)


def _is_to_be_asked(named: Named) -> bool:
    if known_contact(named.organisation, named.email) or declined_contact(named.organisation, named.email):
        return False
    if Person.objects.filter(email=named.email, is_active=False).exists():
        return False
    asked = [record for record in records_of(named.organisation) if record.verb == "contact.proposed"]
    return not any(record.system == SYSTEM.system for record in asked)
