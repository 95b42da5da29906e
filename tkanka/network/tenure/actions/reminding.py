from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.ground.notices.actions import write_letter
from tkanka.network.networks.models import Hosting, Network, Organisation
from tkanka.network.networks.queries import recipients_of
from tkanka.network.people.queries import person_by_key
from tkanka.rules.membership import may_ask_if_active
from tkanka.rules.standing import Capacity, Standing

from ..models import Outreach, Reminder, Way
from ..queries import GUARANTEE, LAPSED, PROFILE, asked_lately
from ..tokens import Asked, token_of
from .closing import tell_offices

OWN = (Capacity.MAIN, Capacity.ALTERNATE, Capacity.COMMUNICATION)
BETWEEN_LETTERS = timedelta(days=7)


def remind_of_profile(*, by: Standing, at: datetime, network: Network, organisation: Organisation, due: date) -> None:
    """Ask an organisation's people to say whether its profile is still right: one letter, one button."""
    with entry("freshness.reminded", by=by, at=at) as record:
        Reminder.objects.get_or_create(
            network=network, organisation=organisation, about=PROFILE, day=due, defaults={"at": at}
        )
        _write_to_own(network, organisation, f"profile.due:{organisation.pk}:{due}", "confirm", at, due=due)
        record.about(organisation, network=network.pk, due=due)


def remind_of_guarantee(*, by: Standing, at: datetime, hosting: Hosting, day: date) -> None:
    """Recall to the host and the secretariat that the guarantee comes to its end."""
    with entry("guarantee.reminded", by=by, at=at) as record:
        _remind_host(hosting, GUARANTEE, day, "guarantee_ends", at)
        record.about(hosting, hosting.organisation, until=hosting.guaranteed_until)


def note_lapse(*, by: Standing, at: datetime, hosting: Hosting, day: date) -> None:
    """The guarantee has run out: from now on there is none on record. The host's office goes on."""
    with entry("guarantee.lapsed", by=by, at=at) as record:
        _remind_host(hosting, LAPSED, day, "guarantee_over", at)
        record.about(hosting, hosting.organisation, until=hosting.guaranteed_until)


def ask_if_active(*, by: Standing, at: datetime, network: Network, organisation: Organisation) -> Outreach:
    """A letter that asks whether they are still there; not more than one in a week."""
    with entry("outreach.asked", by=by, at=at) as record:
        organisation = locked(organisation)
        lately = asked_lately(network, organisation, at - BETWEEN_LETTERS)
        record.rests_on(may_ask_if_active(by, asked_lately=lately))
        person = person_by_key(by.person) if by.person else None
        found = Outreach.objects.create(network=network, organisation=organisation, way=Way.LETTER, at=at, by=person)
        _write_to_own(network, organisation, f"outreach:{found.pk}", "quiet", at)
        record.about(found, network=network.pk, organisation=organisation.pk)
        return found


def note_call(*, by: Standing, at: datetime, network: Network, organisation: Organisation, note: str) -> Outreach:
    """Write down that somebody spoke with them, and what was said."""
    with entry("outreach.called", by=by, at=at) as record:
        record.rests_on(may_ask_if_active(by, asked_lately=False))
        found = Outreach.objects.create(
            network=network,
            organisation=organisation,
            way=Way.CALL,
            at=at,
            by=person_by_key(by.person) if by.person else None,
            note=note,
        )
        record.about(found, network=network.pk, organisation=organisation.pk)
        return found


def _write_to_own(
    network: Network, organisation: Organisation, cause: str, letter: str, at: datetime, due: date | None = None
) -> None:
    for to, basis in recipients_of([organisation.pk], localdate(at), *OWN):
        write_letter(
            to=to,
            cause=cause,
            template=f"tenure/mail/{letter}.txt",
            at=at,
            network=network.pk,
            network_name=network.short_name,
            basis=basis,
            slug=network.slug,
            organisation=organisation,
            due=due,
            token=token_of(Asked(organisation.pk, to.person)) if to.person else "",
        )


def _remind_host(hosting: Hosting, about: str, day: date, letter: str, at: datetime) -> None:
    network, organisation = hosting.network, hosting.organisation
    Reminder.objects.get_or_create(
        network=network, organisation=organisation, about=about, day=day, defaults={"at": at}
    )
    cause = f"guarantee:{hosting.pk}:{about}:{day}"
    told: dict[str, Any] = {"organisation": organisation, "until": hosting.guaranteed_until}
    tell_offices(network, f"{cause}:offices", letter, at, **told)
    for to, basis in recipients_of([organisation.pk], localdate(at)):
        write_letter(
            to=to, cause=cause, template=f"tenure/mail/{letter}.txt", at=at, network=network.pk, basis=basis,
            network_name=network.short_name, slug=network.slug, **told,
        )  # fmt: skip
