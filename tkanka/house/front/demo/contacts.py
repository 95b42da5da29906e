"""Contact persons of the demo: cards for everybody, for members or for the secretariat, and some not answered yet."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from tkanka.network.directory.actions import add_own_card, propose_contact
from tkanka.network.directory.models import SEEN_BY, ContactPerson
from tkanka.network.networks import queries
from tkanka.network.networks.models import Mandate, Network
from tkanka.rules.standing import Capacity
from tkanka.rules.visibility import Audience

from .reading import NAMES, address_of

MIXED: tuple[dict[str, Audience], ...] = (
    {},
    {"name": Audience.PUBLIC, "post": Audience.PUBLIC, "email": Audience.PUBLIC, "topics": Audience.PUBLIC},
    {"email": Audience.SECRETARIAT, "phone": Audience.NOBODY},
)
"""Who sees which field, where it is not as the form proposes."""
SAID = (
    {"post": "koordynacja programów", "topics": "kursy języka polskiego, wolontariat"},
    {"post": "kontakt dla organizacji", "topics": "partnerstwa, wspólne wnioski"},
    {"post": "dyżur prawny", "topics": "legalizacja pobytu, praca"},
)
PROPOSED = ("Lena Orlik", "Tadeusz Wrzos", "Marta Jasion", "Borys Malec")
EACH, EVERY_NTH_PROPOSES = 12, 5


def build_contacts(say: Callable[[str], None], now: datetime) -> None:
    """The first organisations of each network; nothing where there are cards already."""
    if ContactPerson.objects.exists():
        return
    for slug in NAMES:
        network = queries.network_by_slug(slug)
        with transaction.atomic():
            made = build(network, now - timedelta(days=20))
        say(f"{network.name}: {made} contact cards")


def build(network: Network, at: datetime) -> int:
    parties = queries.members_of(network, at.date()).filter(contact_persons=None).order_by("name")[:EACH]
    rows = Mandate.objects.filter(organisation__in=list(parties), capacity=Capacity.MAIN, until=None)
    mandates = list(rows.select_related("person", "organisation").order_by("organisation__name", "pk"))
    for number, mandate in enumerate(mandates):
        write(network, mandate, number, at)
    return len(mandates)


def write(network: Network, mandate: Mandate, number: int, at: datetime) -> None:
    """A card of the main person; every few of them also names a colleague, who has not answered."""
    person, party = mandate.person, mandate.organisation
    by = queries.standing_of(person, network, at.date(), acting_for=party.pk)
    seen_by = {f"{field}_seen_by": audience for field, audience in MIXED[number % len(MIXED)].items()}
    assert set(seen_by) <= set(SEEN_BY)
    phone = f"+48 600 000 {number:03}"
    add_own_card(
        by=by, at=at, network=network, organisation=party, person=person, name=person.name, email=person.email,
        phone=phone, **SAID[number % len(SAID)], **seen_by,
    )  # fmt: skip
    if number % EVERY_NTH_PROPOSES == 0:
        name = PROPOSED[number // EVERY_NTH_PROPOSES % len(PROPOSED)]
        propose_contact(by=by, at=at, network=network, organisation=party, email=address_of(name), name=name)
