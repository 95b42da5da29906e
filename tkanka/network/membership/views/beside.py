"""Observers and partners: everybody sees who they are; the coordinator grants, the secretariat keeps contact."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.ground.kit.wording import label
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation, Status
from tkanka.network.networks.queries import history_of, mandates_of, organisations_named
from tkanka.rules.membership import may_end_status, may_grant_partner
from tkanka.rules.parties import Kind

from .. import actions
from ..forms.deciding import BesideForm, ContactForm, NoteForm
from ..models import WorksWith
from ..queries import beside_in, beside_of, notes_of
from .gates import in_office, signed_in


@require_safe
@in_network
def beside(visit: Visit) -> HttpResponse:
    body = visit.GET.get("with", "")
    body = body if body in WorksWith.values else ""
    rows = page_of(beside_of(visit.network, visit.today, body), visit)
    grants = may_grant_partner(visit.frame.book, visit.standing, kind=Kind.FOUNDATION, is_member=False)
    shown = {
        "rows": [(m, label(Kind(m.organisation.kind))) for m in rows],
        "page": rows,
        "grants": grants,
        "observers": visit.frame.book.membership.observers,
        "own": visit.standing.represents,
        "body": body,
        "bodies": WorksWith.choices,
    }
    return render(visit, "membership/beside.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def grant(visit: Visit) -> HttpResponse:
    form = BesideForm(visit.POST if visit.method == "POST" else None)
    if visit.method == "POST" and form.is_valid():
        given, at = form.cleaned_data, timezone.now()
        does = actions.grant_observer if given["status"] == Status.OBSERVER else actions.grant_partner
        party = known(given["name"], given["kind"])
        found = does(
            by=visit.standing,
            at=at,
            network=visit.network,
            organisation=party,
            name=given["name"],
            kind=given["kind"],
            **form.contact(),
        )
        messages.success(visit, _("Status nadany."))
        return redirect("membership:one-beside", network=visit.network.slug, key=found.membership_id)
    return render(visit, "membership/grant.html", {"form": form, "place": "secretariat", "here": "membership:members"})


def known(name: str, kind: str) -> Organisation | None:
    """The party of exactly this name and kind, if the installation knows one."""
    return next((o for o in organisations_named(name.strip()) if o.kind == kind), None)


@require_safe
@in_office
def one_beside(visit: Visit, key: UUID) -> HttpResponse:
    """One observer or partner: contact, notes, history, and the end."""
    found = beside_in(visit.network, key, visit.today)
    shown = {
        "kept": found,
        "tie": found.membership,
        "kind": label(Kind(found.membership.organisation.kind)),
        "notes": notes_of(found) if not found._state.adding else [],
        "history": history_of(found.membership, 30),
        "form": NoteForm(),
        "people": mandates_of(found.membership.organisation, visit.today)[:20],
        "ends": may_end_status(visit.frame.book, visit.standing, own=False),
        "place": "secretariat",
        "here": "membership:members",
    }
    return render(visit, "membership/one_beside.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def contact(visit: Visit, key: UUID) -> HttpResponse:
    """Somebody else is to be asked now, or another body works with them."""
    kept = beside_in(visit.network, key, visit.today)
    form = ContactForm.of(kept, visit.POST if visit.method == "POST" else None)
    if visit.method == "POST" and form.is_valid():
        actions.change_contact(by=visit.standing, at=timezone.now(), membership=kept.membership, **form.cleaned_data)
        messages.success(visit, _("Kontakt zmieniony."))
        return redirect("membership:one-beside", network=visit.network.slug, key=key)
    shown = {"form": form, "tie": kept.membership, "place": "secretariat", "here": "membership:members"}
    return render(visit, "membership/contact.html", shown)


@require_POST
@in_office
def note(visit: Visit, key: UUID) -> HttpResponse:
    found, form = beside_in(visit.network, key, visit.today), NoteForm(visit.POST)
    if form.is_valid():
        actions.note_contact(by=visit.standing, at=timezone.now(), membership=found.membership,
                             text=form.cleaned_data["text"])  # fmt: skip
        messages.success(visit, _("Kontakt zapisany."))
    else:
        messages.error(visit, _("Napisz, o co chodziło w kontakcie."))
    return redirect("membership:one-beside", network=visit.network.slug, key=key)


@require_POST
@signed_in
def end(visit: Visit, key: UUID) -> HttpResponse:
    """End a status: by whoever grants it, or by the organisation itself at any time."""
    found = beside_in(visit.network, key, visit.today)
    actions.end_beside(by=visit.standing, at=timezone.now(), membership=found.membership)
    messages.success(visit, _("Status zakończony."))
    return redirect("membership:beside", network=visit.network.slug)
