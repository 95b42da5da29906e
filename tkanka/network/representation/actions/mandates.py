from datetime import date, datetime

from django.utils.timezone import localdate

from tkanka.ground.ledger.actions import entry
from tkanka.ground.notices.actions import write_letter
from tkanka.network.networks.actions import end_mandates, give_mandate
from tkanka.network.networks.models import Mandate, Network
from tkanka.network.networks.queries import hosted_by, recipients_for_offices, rulebook_of
from tkanka.network.networks.queries.belonging import recipient
from tkanka.rules.membership import may_end_mandate, may_give_mandate
from tkanka.rules.standing import Capacity, Standing

from ..queries import is_last_main, mains_of


def end_mandate(*, by: Standing, at: datetime, network: Network, mandate: Mandate) -> None:
    """The person no longer acts for the organisation in this capacity. One's own mandate may be given up any time."""
    with entry("mandate.ended", by=by, at=at) as record:
        day, own = localdate(at), by.person == mandate.person_id
        ruling = may_end_mandate(
            rulebook_of(network, day), by, organisation=mandate.organisation_id, own=own,
            last_main=is_last_main(mandate, day),
        )  # fmt: skip
        record.rests_on(ruling)
        end_mandates(
            by=by, at=at, organisation=mandate.organisation, person=mandate.person, capacity=Capacity(mandate.capacity)
        )
        if not own:
            _tell_holder(network, mandate, at)
        if mandate.capacity == Capacity.MAIN and not mains_of(mandate.organisation, day):
            _tell_of_vacancy(network, mandate, at)
        record.about(mandate, mandate.organisation, network=network.pk, capacity=mandate.capacity, own=own)


def reissue_mandate(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    mandate: Mandate,
    capacity: Capacity,
    until: date | None = None,
    post: str = "",
) -> Mandate:
    """The same person in another capacity, post or time: the mandate ends and a new one is given. None is edited."""
    with entry("mandate.reissued", by=by, at=at) as record:
        day = localdate(at)
        last = capacity != Capacity.MAIN and is_last_main(mandate, day)
        book, host = rulebook_of(network, day), bool(hosted_by(mandate.organisation, day))
        record.rests_on(may_give_mandate(
            book, by, organisation=mandate.organisation_id, for_host=host, holder_is_secretariat_staff=False
        ))  # fmt: skip
        record.rests_on(may_end_mandate(book, by, organisation=mandate.organisation_id, own=False, last_main=last))
        for held in {Capacity(mandate.capacity), capacity}:
            end_mandates(by=by, at=at, organisation=mandate.organisation, person=mandate.person, capacity=held)
        given = give_mandate(
            by=by, at=at, person=mandate.person, organisation=mandate.organisation, capacity=capacity, until=until,
            post=post,
        )  # fmt: skip
        record.about(given, mandate.organisation, mandate, network=network.pk, capacity=capacity)
        return given


def _tell_holder(network: Network, mandate: Mandate, at: datetime) -> None:
    write_letter(
        to=recipient(mandate.person),
        cause=f"mandate.ended:{mandate.pk}",
        template="representation/mail/mandate_ended.txt",
        at=at,
        network=network.pk,
        network_name=network.short_name,
        organisation=mandate.organisation,
        capacity=mandate.capacity,
        slug=network.slug,
    )


def _tell_of_vacancy(network: Network, mandate: Mandate, at: datetime) -> None:
    for to, basis in recipients_for_offices(network, localdate(at)):
        write_letter(
            to=to,
            cause=f"organisation.without_main:{mandate.pk}",
            template="representation/mail/without_main.txt",
            at=at,
            network=network.pk,
            network_name=network.short_name,
            basis=basis,
            organisation=mandate.organisation,
            slug=network.slug,
        )
