"""What its own people need to keep the profile of an organisation."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from tkanka.network.networks.models import Identifier, Network, Organisation, Status
from tkanka.network.networks.queries import members_of
from tkanka.network.places.models import Unit
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.networks import may_edit_profile
from tkanka.rules.standing import Standing

from ..models import Openness
from .profile import Profile

MOST_SAID = 6


def numbers_of(party: Organisation) -> dict[str, str]:
    """Its registry numbers by register."""
    return dict(Identifier.objects.filter(organisation=party).values_list("scheme", "number"))


def number_is_taken(party: Organisation, scheme: str, number: str) -> bool:
    """Whether another organisation already bears the number."""
    return Identifier.objects.filter(scheme=scheme, number=number).exclude(organisation=party).exists()


def areas_of(party: Organisation) -> list[Unit]:
    return list(party.areas.select_related("parent", "admin1").order_by("level", "folded")[:400])


def openness_of(party: Organisation) -> Openness:
    """Who sees its contact data; what holds without a choice where it has made none. No query if read along."""
    try:
        return party.openness
    except Openness.DoesNotExist:
        return Openness(organisation=party)


def concepts_of(party: Organisation) -> set[UUID]:
    tags = Organisation.concepts.through.objects.filter(organisation=party)
    return set(tags.values_list("concept_id", flat=True)[:1000])


def concepts_keyed(keys: Iterable[UUID]) -> list[Concept]:
    return list(Concept.objects.filter(pk__in=list(keys)))


def with_parents(units: Iterable[Unit]) -> list[Unit]:
    """The same units with what lies above them read along, for naming them in full."""
    keys = [unit.pk for unit in units]
    return list(Unit.objects.filter(pk__in=keys).select_related("parent")) if keys else []


def kept_by(by: Standing) -> list[Organisation]:
    """The organisations whose profile somebody may write, by name."""
    keys = {m.organisation for m in by.mandates if may_edit_profile(by, organisation=m.organisation)}
    return list(Organisation.objects.filter(pk__in=keys).order_by("name")[:50]) if keys else []


def belonging(network: Network, keys: Iterable[UUID], day: date) -> set[UUID]:
    """Those of the organisations that belong to the network in some status."""
    wanted = list(keys)
    found = members_of(network, day, *Status.values).filter(pk__in=wanted).values_list("pk", flat=True)
    return set(found) if wanted else set()


def organisations_in(network: Network, keys: Iterable[UUID], day: date) -> list[Organisation]:
    """Those of the organisations that belong to the network, by name."""
    wanted = list(keys)
    return list(members_of(network, day, *Status.values).filter(pk__in=wanted).order_by("name")[:50]) if wanted else []


def summaries(profile: Profile, words: Vocabulary) -> dict[str, str]:
    """What each section says now, in one line; empty where it says nothing."""
    party, tags = profile.party, profile.tags
    size = words.by_code.get(("sizes", party.size))
    listed = [e.label for name in ("target_groups", "languages", "communities") for e in tags.get(name, [])]
    places = (
        [_("cały kraj")] * party.nationwide + [u.title for u in profile.areas] + [_("przez internet")] * party.online
    )
    numbers = [f"{n.get_scheme_display()} {n.number}" for n in profile.numbers]
    languages = [("pl", party.about_pl), ("en", party.about_en), ("uk", party.about_uk)]
    about = party.about_pl or party.about_en or party.about_uk
    return {
        "basics": joined([party.name, str(party.founded or ""), size.label if size else "", *numbers]),
        "contact": joined([party.email, party.phone, party.website, party.street, party.town]),
        "what": joined([e.label for e in profile.services] + listed),
        "where": joined(places),
        "about": f"{about[:120]}{'…' * (len(about) > 120)} ({', '.join(c for c, text in languages if text)})"
        if about
        else "",
    }


def joined(parts: list[str]) -> str:
    said = [part for part in parts if part]
    return ", ".join(said[:MOST_SAID]) + ("…" if len(said) > MOST_SAID else "")
