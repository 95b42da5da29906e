"""Coming in without anybody's decision, confirming declarations again, and becoming a registered organisation."""

from collections.abc import Iterable
from datetime import datetime

from tkanka.ground.kit.dates import only_day
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.actions import describe_organisation, give_mandate, register_organisation, start_membership
from tkanka.network.networks.models import CharterVersion, Membership, Network, Organisation
from tkanka.network.networks.queries import active_membership, charter_on, rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.membership import (
    declared,
    may_convert,
    may_declare,
    may_declare_again,
    may_join_at_once,
)
from tkanka.rules.parties import Kind
from tkanka.rules.ruling import Ruling, check
from tkanka.rules.standing import Capacity, Standing

from ..letters import page, to_main_people, to_offices
from ..models import Declaration, NamedParty
from ..profile import Profile


def take_part(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    person: Person,
    profile: Profile,
    made: Iterable[str],
    charter: CharterVersion | None,
    organisation: Organisation | None = None,
    named: NamedParty | None = None,
) -> Membership:
    """Take part in an open network: a statement of fit that holds at once and that nobody decides on."""
    with entry("participation.begun", by=by, at=at) as record:
        made = list(made)
        book, in_force = rulebook_of(network, only_day(at)), charter == charter_on(network, only_day(at))
        record.rests_on(may_join_at_once(book, by, kind=profile.as_kind, stated=set(profile.stated), made=set(made),
                                         version_in_force=in_force))  # fmt: skip
        record.rests_on(_speaks(by, network, organisation, at))
        membership = _come_in(by, at, network, person, profile, organisation)
        _declare(membership.organisation, network, charter, made, person, at)
        _confirm_named(named, network, membership.organisation)
        _tell(membership, at)
        record.about(membership, membership.organisation, stated=list(profile.stated), declarations=made)
        return membership


def join_by_declaration(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    person: Person,
    profile: Profile,
    made: Iterable[str] = (),
    charter: CharterVersion | None,
    organisation: Organisation | None = None,
    named: NamedParty | None = None,
) -> Membership:
    """Join a network by one's own declaration of what its charter asks, without anybody's decision."""
    with entry("membership.declared", by=by, at=at) as record:
        made = list(made)
        book, in_force = rulebook_of(network, only_day(at)), charter == charter_on(network, only_day(at))
        record.rests_on(may_declare(book, by, kind=profile.as_kind, stated=set(profile.stated), made=set(made),
                                    version_in_force=in_force))  # fmt: skip
        record.rests_on(_speaks(by, network, organisation, at))
        membership = _come_in(by, at, network, person, profile, organisation)
        _declare(membership.organisation, network, charter, [*profile.stated, *made], person, at)
        _confirm_named(named, network, membership.organisation)
        _tell(membership, at)
        record.about(membership, membership.organisation, stated=list(profile.stated), declarations=made)
        return membership


def _speaks(by: Standing, network: Network, organisation: Organisation | None, at: datetime) -> Ruling:
    """A party that is known already comes in by those who speak for it, and only once."""
    if organisation is None:
        return Ruling()
    ruling = check(organisation.pk in by.represents, "represents_organisation")
    return ruling & check(active_membership(network, organisation, only_day(at)) is None, "not_a_member")


def _come_in(
    by: Standing, at: datetime, network: Network, person: Person, profile: Profile, organisation: Organisation | None
) -> Membership:
    if organisation is None:
        party = register_organisation(by=by, at=at, name=profile.name, kind=profile.kind, **profile.columns())
        give_mandate(by=by, at=at, person=person, organisation=party, capacity=Capacity.MAIN, since=only_day(at),
                     post=profile.contact_post)  # fmt: skip
    else:
        party = locked(organisation)
    return start_membership(by=by, at=at, network=network, organisation=party, since=only_day(at))


def _declare(
    party: Organisation,
    network: Network,
    charter: CharterVersion | None,
    codes: list[str],
    person: Person,
    at: datetime,
) -> None:
    if charter is None:
        return
    Declaration.objects.bulk_create(
        Declaration(network=network, organisation=party, code=code, charter=charter, person=person, at=at)
        for code in codes
    )


def _confirm_named(named: NamedParty | None, network: Network, party: Organisation) -> None:
    """The party has come in by its own act: the entry that was followed, or that bears its name, is confirmed."""
    if named is not None:
        NamedParty.objects.filter(pk=named.pk, network=network).update(organisation=party)
    NamedParty.objects.filter(network=network, name_key=party.name_key, organisation=None).update(organisation=party)


def _tell(membership: Membership, at: datetime) -> None:
    network, party = membership.network, membership.organisation
    to_main_people(network, party, "joined", at, f"membership.joined:{membership.pk}", page=page("join", network))
    to_offices(network, "newcomer", at, f"membership.newcomer:{membership.pk}", organisation=party,
               page=page("members", network))  # fmt: skip


def confirm_declarations(
    *, by: Standing, at: datetime, network: Network, organisation: Organisation, person: Person, made: Iterable[str],
    charter: CharterVersion | None,
) -> list[Declaration]:  # fmt: skip
    """A member confirms the declarations in the version in force. Those already made in it stay as they are."""
    with entry("declarations.confirmed", by=by, at=at) as record:
        made, day = list(made), only_day(at)
        record.rests_on(may_declare_again(by, organisation=organisation.pk))
        in_force = charter == charter_on(network, day)
        record.rests_on(declared(rulebook_of(network, day), made=set(made), version_in_force=in_force))
        party = locked(organisation)
        rows = Declaration.objects.filter(network=network, organisation=party, charter=charter)
        _declare(party, network, charter, [c for c in made if c not in rows.values_list("code", flat=True)], person, at)
        record.about(party, network=network.pk, charter=charter.pk if charter else None, declarations=made)
        return list(rows[:50])


def convert_party(
    *, by: Standing, at: datetime, network: Network, organisation: Organisation, kind: str, name: str,
    numbers: dict[str, str],
) -> Organisation:  # fmt: skip
    """An informal group or single person has registered: kind, name and numbers change, all history stays."""
    with entry("organisation.converted", by=by, at=at) as record:
        party = locked(organisation)
        book, was = rulebook_of(network, only_day(at)), party.kind
        record.rests_on(may_convert(book, by, organisation=party.pk, kind=Kind(was), into=Kind(kind)))
        describe_organisation(by=by, at=at, organisation=party, kind=kind, name=name, numbers=numbers,
                              suspended_activity=False)  # fmt: skip
        record.about(party, network=network.pk, was=was, kind=kind)
        return locked(party)
