from datetime import datetime

from django.utils.timezone import localdate

from tkanka.governance.bodies.models import Body
from tkanka.ground.ledger.actions import entry
from tkanka.ground.ledger.models import INSTALLATION
from tkanka.ground.notices.actions import write_letter
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.networks.queries.belonging import recipient
from tkanka.network.people.models import Person
from tkanka.rules.discussions import may_designate, may_end_designation, may_set_channel
from tkanka.rules.standing import Standing

from .. import queries
from ..models import Channel, Designation


def designate(
    *, by: Standing, at: datetime, network: Network, organisation: Organisation, person: Person
) -> Designation:
    """Open the network's discussions to somebody of the own organisation; for as long as both belong."""
    with entry("reader.designated", by=by, at=at) as record:
        day = localdate(at)
        present = queries.designations_of(network, organisation, day)
        record.rests_on(may_designate(
            rulebook_of(network, day), by, organisation=organisation.pk,
            works_there=queries.works_in(person, organisation, day),
            designated=present.exclude(person=person).count(),
        ))  # fmt: skip
        found, fresh = Designation.objects.get_or_create(
            network=network, organisation=organisation, person=person, until=None, defaults={"since": day}
        )
        if fresh:
            _tell(found, at)
        record.about(found, organisation)
        return found


def end_designation(*, by: Standing, at: datetime, designation: Designation) -> Designation:
    """Close them again; at once, for letters and answers on their way too."""
    with entry("reader.designation_ended", by=by, at=at) as record:
        own = designation.person_id == by.person
        record.rests_on(may_end_designation(by, organisation=designation.organisation_id, own=own))
        if designation.until is None:
            designation.until = localdate(at)
            designation.save(update_fields=["until"])
        record.about(designation, designation.organisation, own=own)
        return designation


def set_channel(*, by: Standing, at: datetime, body: Body, url: str, label: str) -> None:
    """Say where else the body talks; with an empty address, that it does so no more."""
    with entry("channel.set", by=by, at=at) as record:
        day = localdate(at)
        book = rulebook_of(body.network, day)
        space = queries.space_of(book, body.network, body, by, day)
        record.rests_on(may_set_channel(book, by, place=space.place))
        if url:
            Channel.objects.update_or_create(body=body, defaults={"url": url, "label": label, "set_at": at})
        else:
            Channel.objects.filter(body=body).delete()
        record.about(body, network=INSTALLATION if body.hidden else body.network_id, there=bool(url))


def _tell(found: Designation, at: datetime) -> None:
    write_letter(
        to=recipient(found.person),
        cause=f"discussions.designated:{found.pk}",
        template="discussions/mail/designated.txt",
        at=at,
        network=found.network_id,
        network_name=found.network.short_name,
        organisation=found.organisation,
        slug=found.network.slug,
    )
