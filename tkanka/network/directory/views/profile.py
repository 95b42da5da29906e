"""Keeping the profile of one's own organisation: what stands there, section by section, and "it is right as it is"."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.network.networks.actions import confirm_profile, describe_organisation
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import history_of, organisation_in
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.networks import may_edit_profile

from .. import queries
from ..actions import describe_contact
from ..forms.doing import WhatForm, WhereForm
from ..forms.profile import AboutForm, BasicsForm, ContactForm, SectionForm
from .showing import show


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    title: str | Promise
    form: type[SectionForm]
    template: str = "section.html"


SECTIONS = {
    section.name: section
    for section in (
        Section("basics", gettext_lazy("Nazwa i dane"), BasicsForm),
        Section("contact", gettext_lazy("Kontakt i adres"), ContactForm, "section_contact.html"),
        Section("what", gettext_lazy("Czym się zajmuje"), WhatForm, "section_what.html"),
        Section("where", gettext_lazy("Gdzie działa"), WhereForm, "section_where.html"),
        Section("about", gettext_lazy("Opis"), AboutForm),
    )
}


@require_safe
@in_network
def my_organisation(visit: Visit) -> HttpResponse:
    """To the organisation one acts for; whoever may write several profiles and acts for none chooses."""
    kept = queries.kept_by(visit.standing)
    acting = visit.standing.acting_for
    chosen = next((party for party in kept if party.pk == acting), kept[0] if len(kept) == 1 else None)
    belongs = queries.belonging(visit.network, [party.pk for party in kept], visit.today)
    if chosen and chosen.pk in belongs:
        return redirect("directory:profile", visit.network.slug, chosen.pk)
    return show(visit, "my_organisation.html", place="desk", parties=[party for party in kept if party.pk in belongs])


@require_safe
@in_network
def profile(visit: Visit, key: UUID) -> HttpResponse:
    """The profile as its own people keep it: section by section, with what is missing."""
    words = vocabulary()
    shown = queries.profile_in(visit.network, key, visit.frame.book, words, visit.today)
    may_edit_profile(visit.standing, organisation=key).require()
    said = queries.summaries(shown, words)
    return show(
        visit,
        "profile.html",
        party=shown.party,
        profile=shown,
        rows=[(section, said[section.name]) for section in SECTIONS.values()],
        history=history_of(shown.party, 10),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit_section(visit: Visit, key: UUID, section: str) -> HttpResponse:
    party = own(visit, key)
    if section not in SECTIONS:
        raise Http404
    part = SECTIONS[section]
    data = visit.POST if visit.method == "POST" else None
    form = part.form(data, party, vocabulary(), visit.today.year)
    # The button beside a field that only brings more boxes saves nothing.
    if data is not None and "more" not in data and form.is_valid():
        save(visit, party, form)
        return redirect("directory:profile", visit.network.slug, party.pk)
    return show(visit, part.template, party=party, form=form, section=part, sections=SECTIONS.values())


def save(visit: Visit, party: Organisation, form: SectionForm) -> None:
    changes: dict[str, Any] = form.changes
    by, at = visit.standing, timezone.now()
    if isinstance(form, ContactForm) and form.audiences_changed:
        describe_contact(by=by, at=at, organisation=party, audiences=form.audiences, **changes)
    elif changes:
        describe_organisation(by=by, at=at, organisation=party, **changes)
    else:
        messages.info(visit, _("Nic się nie zmieniło."))
        return
    messages.success(visit, _("Zapisano. Zmiany już widać."))


@require_POST
@in_network
def confirm(visit: Visit, key: UUID) -> HttpResponse:
    """The profile is right as it stands."""
    party = own(visit, key)
    confirm_profile(by=visit.standing, at=timezone.now(), organisation=party)
    messages.success(visit, _("Dziękujemy. Profil jest potwierdzony na dziś."))
    return redirect("directory:profile", visit.network.slug, party.pk)


def own(visit: Visit, key: UUID) -> Organisation:
    """The organisation, for those who may write its profile."""
    party = organisation_in(visit.network, key, visit.today)
    may_edit_profile(visit.standing, organisation=party.pk).require()
    return party
