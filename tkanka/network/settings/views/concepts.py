from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.vocabulary import actions
from tkanka.network.vocabulary import queries as lists
from tkanka.network.vocabulary.entries import Entry, Vocabulary
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.ruling import Refused
from tkanka.rules.vocabulary import may_add_concept, may_edit_vocabulary, may_restore_concept, may_retire_concept

from .. import queries
from ..forms import ConceptForm, NewConceptForm, RetireForm, SynonymForm, laid_to_fields
from .showing import show


def entry_in(words: Vocabulary, codelist: str, key: UUID) -> Entry:
    """A concept of the list, or of the list below it; else there is no such page."""
    entry = words.entries.get(key)
    if entry is None or entry.codelist not in {codelist, words.list_below(codelist)}:
        raise Http404
    return entry


def attempt(form: forms.Form, act: Callable[[], object]) -> bool:
    """Do it; what is refused stands beside the fields."""
    try:
        act()
    except Refused as refusal:
        laid_to_fields(form, refusal)
        return False
    return True


def signed(visit: Visit) -> dict[str, Any]:
    """Who does it, when, and by the office of which network."""
    return {"by": visit.standing, "at": timezone.now(), "network": visit.network.pk}


def back_to(visit: Visit, entry: Entry | Concept, codelist: str) -> HttpResponse:
    return redirect("network_settings:concept", network=visit.network.slug, codelist=codelist, key=entry.id)


@require_safe
@in_network
def concept(visit: Visit, codelist: str, key: UUID) -> HttpResponse:
    return _concept(visit, codelist, key, SynonymForm(initial={"language": "pl"}))


def _concept(visit: Visit, codelist: str, key: UUID, synonyms: SynonymForm) -> HttpResponse:
    words = lists.vocabulary()
    entry = entry_in(words, codelist, key)
    row = lists.concept_in(lists.codelist_named(codelist), key)
    children = words.children.get(key, ())
    above = words.entries.get(entry.parent) if entry.parent else None
    return show(
        visit,
        "concept.html",
        words=words,
        listed=words.lists[entry.codelist],
        entry=entry,
        above=above,
        children=children,
        successor=words.entries.get(entry.successor) if entry.successor else None,
        changes=queries.changes_of_concept(row, visit.network),
        synonyms=synonyms,
        may_edit=may_edit_vocabulary(visit.standing),
        may_retire=may_retire_concept(
            visit.standing,
            list_is_fixed=words.lists[entry.codelist].fixed,
            is_active=entry.is_active,
            has_active_children=any(child.is_active for child in children),
            successor_fits=True,
        ),
        may_restore=may_restore_concept(
            visit.standing, is_active=entry.is_active, parent_is_active=above is None or above.is_active
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def add_concept(visit: Visit, codelist: str) -> HttpResponse:
    words, kept = lists.vocabulary(), lists.codelist_named(codelist)
    may_add_concept(visit.standing, list_is_fixed=kept.fixed, code_is_free=True, parent_is_active=True).require()
    posted = visit.POST if visit.method == "POST" else None
    form = NewConceptForm(posted, words, codelist, initial={"parent": visit.GET.get("parent", "")})
    if visit.method == "POST" and form.is_valid():
        given = form.cleaned_data
        parent = lists.concept_by_key(UUID(given["parent"])) if given["parent"] else None
        what: dict[str, Any] = {"code": given["code"], "labels": form.labels, "definitions": form.definitions}
        if attempt(form, lambda: actions.add_concept(codelist=kept, parent=parent, **what, **signed(visit))):
            messages.success(visit, _("Dodano pojęcie „%(label)s”.") % {"label": given["label_pl"]})
            return redirect("network_settings:codelist", network=visit.network.slug, codelist=codelist)
    return show(visit, "concept_form.html", form=form, listed=words.lists[codelist], entry=None)


@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def rename_concept(visit: Visit, codelist: str, key: UUID) -> HttpResponse:
    may_edit_vocabulary(visit.standing).require()
    words = lists.vocabulary()
    entry = entry_in(words, codelist, key)
    form = ConceptForm.of(entry, visit.POST if visit.method == "POST" else None)
    if visit.method == "POST" and form.is_valid():
        if form.has_changed():
            actions.rename_concept(
                concept=lists.concept_by_key(key), labels=form.labels, definitions=form.definitions, **signed(visit)
            )
        messages.success(visit, _("Zapisano brzmienie pojęcia."))
        return back_to(visit, entry, codelist)
    return show(visit, "concept_form.html", form=form, listed=words.lists[entry.codelist], entry=entry)


@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def retire_concept(visit: Visit, codelist: str, key: UUID) -> HttpResponse:
    may_edit_vocabulary(visit.standing).require()
    words = lists.vocabulary()
    entry = entry_in(words, codelist, key)
    form = RetireForm(visit.POST if visit.method == "POST" else None, words, entry)
    if visit.method == "POST" and form.is_valid():
        heir = form.cleaned_data["successor"]
        concept, successor = lists.concept_by_key(key), lists.concept_by_key(UUID(heir)) if heir else None
        if attempt(form, lambda: actions.retire_concept(concept=concept, successor=successor, **signed(visit))):
            messages.success(visit, _("Wycofano pojęcie. Wpisy, które go używają, zachowają je."))
            return back_to(visit, entry, codelist)
    return show(visit, "retire.html", form=form, listed=words.lists[entry.codelist], entry=entry)


@require_POST
@in_network
def place_concept(visit: Visit, codelist: str, key: UUID) -> HttpResponse:
    """One place up or down among its neighbours."""
    may_edit_vocabulary(visit.standing).require()
    entry = entry_in(lists.vocabulary(), codelist, key)
    try:
        actions.place_concept(concept=lists.concept_by_key(key), up="up" in visit.POST, **signed(visit))
        messages.success(visit, _("Przestawiono pojęcie."))
    except Refused:
        messages.info(visit, _("Dalej się nie da: to koniec listy."))
    return back_to(visit, entry, codelist)


@require_POST
@in_network
def restore_concept(visit: Visit, codelist: str, key: UUID) -> HttpResponse:
    entry = entry_in(lists.vocabulary(), codelist, key)
    actions.restore_concept(concept=lists.concept_by_key(key), **signed(visit))
    messages.success(visit, _("Pojęcie jest znów w użyciu."))
    return back_to(visit, entry, codelist)


@require_POST
@in_network
def add_synonym(visit: Visit, codelist: str, key: UUID) -> HttpResponse:
    entry, form = entry_in(lists.vocabulary(), codelist, key), SynonymForm(visit.POST)
    concept = lists.concept_by_key(key)
    if form.is_valid() and attempt(
        form, lambda: actions.add_synonym(concept=concept, **form.cleaned_data, **signed(visit))
    ):
        messages.success(visit, _("Dodano synonim."))
        return back_to(visit, entry, codelist)
    return _concept(visit, codelist, key, form)


@require_POST
@in_network
def remove_synonym(visit: Visit, codelist: str, key: UUID, synonym: UUID) -> HttpResponse:
    entry = entry_in(lists.vocabulary(), codelist, key)
    word = lists.synonym_of(lists.concept_by_key(key), synonym)
    actions.remove_synonym(synonym=word, **signed(visit))
    messages.success(visit, _("Usunięto synonim."))
    return back_to(visit, entry, codelist)
