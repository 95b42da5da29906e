"""All that the secretariat sees of one application."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tkanka.ground.kit.wording import sentence, term_label
from tkanka.network.networks.doors import Visit
from tkanka.network.networks.queries import history_of, office_holders, rulebook_in
from tkanka.network.places.queries import units_of
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.membership import (
    Refusal,
    declarations,
    declared,
    eligible,
    may_accept,
    may_ask,
    may_verify,
    refusal_cite,
)
from tkanka.rules.parties import Kind, kind_fits
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.ruling import Ruling

from ..models import Application, CheckItem
from ..profile import Profile, read_profile
from ..queries import Likeness, checks_of, clock_of, declarations_of, is_own, similar_parties


def folder_of(visit: Visit, found: Application) -> dict[str, Any]:
    assert found.submitted_at
    book = rulebook_in(found.charter, timezone.localtime(found.submitted_at).date())
    profile, own = read_profile(found.data.get("profile")), is_own(found, visit.standing)
    made = declarations_of(found)
    codes = {one.code for one in made}
    similar = similar_parties(visit.network, visit.today, profile.name, profile.numbers, found.organisation_id)
    clock = clock_of(book, found)
    kind = Kind(found.kind)
    return {
        "application": found,
        "profile": profile,
        "about": facts_of(profile, vocabulary()),
        "declared": made,
        "similar": similar,
        "checklist": checklist(found, book, profile, codes, similar),
        "clock": clock,
        "gone": min(clock.gone(visit.today), clock.max_workdays) if clock else 0,
        "late": clock.overdue(visit.today) if clock else False,
        "held": clock.held(visit.today) if clock else False,
        "questions": list(found.questions.select_related("asked_by", "answered_by")[:50]),
        "history": history_of(found, 50),
        "holders": {h.person_id: h.person for h in office_holders(visit.network, visit.today)[:100]},
        "works": may_verify(book, visit.standing, own=own),
        "may_ask": may_ask(book, visit.standing, own=own),
        "may_accept": may_accept(book, visit.standing, own=own, kind=kind, stated=set(profile.stated), made=codes),
        "cite": refusal_cite(book, Refusal(found.reason)) if found.reason else "",
        "cites": {r.value: refusal_cite(book, r) for r in Refusal},
        "place": "secretariat",
        "here": "membership:applications",
    }


def checklist(
    found: Application, book: Rulebook, profile: Profile, made: set[str], similar: list[Likeness]
) -> list[dict[str, Any]]:
    """Each item with what the platform sees itself, and who in office has looked at it."""
    kind, checks = Kind(found.kind), checks_of(found)
    asked = declarations(book)
    stated = ", ".join(term_label(one) for one in profile.stated)
    seen: dict[str, tuple[Ruling | bool, str]] = {
        CheckItem.KIND: (kind_fits(book, kind), said(kind_fits(book, kind))),
        CheckItem.ELIGIBILITY: (eligible(book, kind=kind, stated=set(profile.stated)), stated),
        CheckItem.DECLARATIONS: (
            declared(book, made=made),
            _("%(made)s z %(of)s") % {"made": len(made & set(asked)), "of": len(asked)},
        ),
        CheckItem.NUMBERS: (not any(s.by_number for s in similar), numbers_said(profile, similar)),
        CheckItem.DUPLICATES: (
            not similar,
            ngettext("%(n)s podobna organizacja", "%(n)s podobnych organizacji", len(similar)) % {"n": len(similar)}
            if similar
            else _("nie ma podobnych"),
        ),
    }
    return [
        {"item": item, "label": CheckItem(item).label, "fine": bool(fine), "note": note, "check": checks.get(item),
         "ruling": fine if isinstance(fine, Ruling) else None}
        for item, (fine, note) in seen.items()
    ]  # fmt: skip


def said(ruling: Ruling) -> str:
    return " ".join(sentence(ground, met=bool(ruling)) for ground in (ruling.met if ruling else ruling.failed))


def numbers_said(profile: Profile, similar: list[Likeness]) -> str:
    if any(s.by_number for s in similar):
        return _("taki numer ma już inna organizacja")
    if not profile.numbers:
        return _("bez numerów; żaden nie jest wymagany")
    return ", ".join(f"{scheme.upper()} {number}" for scheme, number in profile.numbers.items())


def facts_of(profile: Profile, words: Vocabulary) -> list[tuple[str, str]]:
    """What the application says, as pairs of a label and words; empty ones are left out."""
    names = words.labels_of([UUID(key) for key in profile.concepts])
    units = [u.title for u in units_of().filter(pk__in=profile.areas)] if profile.areas else []
    places = [_("cały kraj")] * profile.nationwide + units + [_("zdalnie")] * profile.online
    pairs = [
        (_("Co robi"), profile.about),
        (_("Usługi, grupy, języki"), ", ".join(names.values())),
        (_("Gdzie działa"), ", ".join(places)),
        (_("Kontakt"), ", ".join(filter(None, [profile.contact_person, profile.contact_post, profile.email,
                                               profile.phone]))),
        (_("Adres"), ", ".join(filter(None, [profile.street, f"{profile.postcode} {profile.town}".strip()]))),
        (_("Strona"), profile.website),
        (_("Zrzesza"), profile.members),
        (_("Rok założenia"), str(profile.founded or "")),
    ]  # fmt: skip
    return [(name, words) for name, words in pairs if words]
