"""What the installation already knows of a party: by number, by name, and whom somebody speaks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from tkanka.ground.kit.lookup import one_of
from tkanka.ground.search.dictionaries import lemmas
from tkanka.network.networks.models import Identifier, Membership, Network, Organisation, Scheme
from tkanka.network.networks.models.belonging import in_force
from tkanka.rules.names import LEGAL_WORDS, acronym_of, likeness, name_key, words_of
from tkanka.rules.standing import Standing

ALIKE = 0.7
CANDIDATES = 400


@dataclass(frozen=True, slots=True)
class Likeness:
    """A party that may be the same one: how alike (0 to 1), and whether it is already in this network, since when."""

    organisation: Organisation
    alike: float
    by_number: bool
    since: date | None = None


def base_forms(word: str) -> list[str]:
    """The base forms of a word of a name, in whichever of our languages has it."""
    return [form for language in ("pl", "uk", "en") for form in lemmas(word, language)]


def known_party(key: UUID) -> Organisation:
    return one_of(Organisation.objects.all(), pk=key)


def parties_of(standing: Standing) -> list[Organisation]:
    """The parties somebody speaks for that do not belong to this network yet."""
    outside = standing.represents - standing.members - standing.observers
    return list(Organisation.objects.filter(pk__in=outside).order_by("name")[:50]) if outside else []


def holders_of_number(numbers: Mapping[str, str]) -> list[Organisation]:
    """Parties that carry one of these numbers."""
    wanted = Q()
    for scheme, number in numbers.items():
        if number and scheme != Scheme.OTHER:
            wanted |= Q(scheme=scheme, number=number)
    if not wanted:
        return []
    held = Identifier.objects.filter(wanted).values("organisation")
    return list(Organisation.objects.filter(pk__in=held)[:10])


def similar_parties(
    network: Network, day: date, name: str, numbers: Mapping[str, str] | None = None, apart_from: UUID | None = None
) -> list[Likeness]:
    """Parties of the installation that may be this one, the likeliest first; at most five. Four queries."""
    by_number = {o.pk: o for o in holders_of_number(numbers or {})}
    found = {o.pk: o for o in candidates(name)} | by_number
    found.pop(apart_from, None) if apart_from else None
    scored = [(1.0 if pk in by_number else likeness(name, o.name, base_forms), o) for pk, o in found.items()]
    best = sorted((s for s in scored if s[0] >= ALIKE), key=lambda s: (-s[0], s[1].name))[:5]
    rows = Membership.objects.filter(in_force(day), network=network, organisation__in=[o for _, o in best])
    since = dict(rows.values_list("organisation", "since"))
    return [Likeness(o, alike, o.pk in by_number, since.get(o.pk)) for alike, o in best]


def candidates(name: str) -> list[Organisation]:
    """Parties whose names share a telling word with this one, or its letters; bounded, to be weighed in memory."""
    key = name_key(name)
    if not key:
        return []
    telling = [w for w in dict.fromkeys(key.split()) if len(w) > 2 and w not in LEGAL_WORDS]
    telling += [form for word in telling for form in base_forms(word) if form not in telling]
    wanted = Q(name_key=key) | Q(name_key=key.replace(" ", ""))
    for word in sorted(telling, key=len, reverse=True)[:8]:
        wanted |= Q(name_key__contains=word[: max(4, len(word) - 2)])
    short = acronym_of(name)
    if short:
        wanted |= Q(name_key=short) | Q(short_name__iexact=short)
    rows = list(Organisation.objects.filter(wanted).order_by("name")[:CANDIDATES])
    if len(words_of(name)) == 1 and 2 <= len(key) <= 6:
        rows += [o for o in Organisation.objects.filter(name_key__startswith=key[0])[:CANDIDATES] if o not in rows]
    return rows
