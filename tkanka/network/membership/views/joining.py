"""Coming in at once, by one's own declaration; confirming declarations again; becoming a registered organisation."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.ground.kit.wording import label
from tkanka.network.networks.doors import Visit
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import organisation_in
from tkanka.rules.membership import Mode, mode
from tkanka.rules.parties import Kind, kinds_admitted

from .. import actions
from ..declarations import texts_of
from ..forms.at_once import AtOnceForm
from ..forms.deciding import ConvertForm
from ..forms.steps import DeclarationsForm
from ..profile import Profile
from ..queries import declared_by, holders_of_number, named_asked_for, parties_of, similar_parties
from ..queries.declarations import paragraph_for
from ..receipts import receipt_of
from .gates import me, signed_in
from .own import as_pdf


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def take_part(visit: Visit) -> HttpResponse:
    """State the fit, accept what the charter asks, and belong at once. First what one is, then the rest."""
    if mode(visit.frame.book).value == Mode.VERIFIED:
        return redirect("membership:begin", network=visit.network.slug)
    party, kind = chosen(visit)
    if kind is None:
        return render(
            visit, "membership/which_kind.html", {"kinds": kinds_of(visit), "parties": parties_of(visit.standing)}
        )
    version = visit.frame.charter
    form = AtOnceForm(visit.frame.book, kind, party, visit.POST if visit.method == "POST" else None,
                      initial={"version": version.number if version else 0, "email": me(visit).email,
                               "name": name_of(visit)})  # fmt: skip
    if visit.method == "POST" and form.is_valid() and not stale(form, version.number if version else 0):
        return came_in(visit, form, party)
    similar = similar_parties(visit.network, visit.today, str(form["name"].value() or "")) if not party else []
    return render(visit, "membership/take_part.html", {
        "form": form, "kind": kind, "kind_label": label(kind), "party": party, "similar": similar,
        "texts": texts_of(visit.frame.book), "version": version, "paragraph": paragraph_for(version, cite_of(visit)),
        "mode": mode(visit.frame.book),
    })  # fmt: skip


def name_of(visit: Visit) -> str:
    """The name under which the network's texts speak of the party that comes in."""
    named = named_asked_for(visit.network, visit.GET.get("named", ""), visit.today)
    return named.name if named else ""


def cite_of(visit: Visit) -> str:
    terms = visit.frame.book.membership
    term = terms.declarations or terms.eligibility_all
    return term.cite if term else ""


def stale(form: AtOnceForm, version: int) -> bool:
    """Whether the texts have changed while the form was open."""
    if not form.texts or str(form.cleaned_data.get("version") or "") == str(version):
        return False
    form.add_error(None, _("Teksty oświadczeń zmieniły się przed chwilą. Przeczytajcie je jeszcze raz."))
    return True


def kinds_of(visit: Visit) -> list[tuple[str, str]]:
    admitted = kinds_admitted(visit.frame.book)
    return [(str(kind), label(kind)) for kind in Kind if kind in admitted]


def chosen(visit: Visit) -> tuple[Organisation | None, Kind | None]:
    """The party that comes in: one that is known and spoken for, or a new one of some kind."""
    asked = visit.GET.get("party", "")
    if asked:
        party = next((o for o in parties_of(visit.standing) if str(o.pk) == asked), None)
        if party is None:
            raise Http404
        return party, Kind(party.kind)
    kind = visit.GET.get("kind", "")
    return None, Kind(kind) if kind in set(Kind) else None


def came_in(visit: Visit, form: AtOnceForm, party: Organisation | None) -> HttpResponse:
    does = actions.take_part if mode(visit.frame.book).value == Mode.OPEN else actions.join_by_declaration
    profile: Profile = form.profile()
    membership = does(
        by=visit.standing,
        at=timezone.now(),
        network=visit.network,
        person=me(visit),
        profile=profile,
        made=form.made(),
        charter=visit.frame.charter,
        organisation=party,
        named=named_asked_for(visit.network, visit.GET.get("named", ""), visit.today),
    )
    messages.success(visit, _("Gotowe: „%(name)s” jest w sieci.") % {"name": membership.organisation.name})
    return redirect("membership:join", network=visit.network.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def declarations(visit: Visit, organisation: UUID) -> HttpResponse:
    """What a party declared, in which version; to be confirmed again when the texts have changed."""
    party = own_party(visit, organisation)
    version = visit.frame.charter
    form = DeclarationsForm(visit.frame.book, Kind(party.kind), visit.POST if visit.method == "POST" else None,
                            initial={"version": version.number if version else 0})  # fmt: skip
    if visit.method == "POST" and form.is_valid():
        actions.confirm_declarations(by=visit.standing, at=timezone.now(), network=visit.network, organisation=party,
                                     person=me(visit), made=form.made(), charter=version)  # fmt: skip
        messages.success(visit, _("Oświadczenia potwierdzone."))
        return redirect("membership:declarations", network=visit.network.slug, organisation=party.pk)
    made = declared_by(visit.network, party.pk)
    lacking = [t for t in texts_of(visit.frame.book) if t.code not in made or made[t.code].charter != version]
    shown: dict[str, Any] = {
        "party": party, "form": form, "made": list(made.values()), "lacking": lacking, "version": version,
        "place": "desk",
    }  # fmt: skip
    return render(visit, "membership/declarations.html", shown)


def own_party(visit: Visit, key: UUID) -> Organisation:
    """A party of this network that the visitor speaks for; any other does not exist here."""
    party = organisation_in(visit.network, key, visit.today)
    if party.pk not in visit.standing.represents:
        raise Http404
    return party


@require_safe
@signed_in
def party_receipt(visit: Visit, organisation: UUID) -> HttpResponse:
    party = own_party(visit, organisation)
    made = declared_by(visit.network, party.pk)
    if not made:
        raise Http404
    return as_pdf(receipt_of(visit.network, party.name, made.values()), party.name)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def convert(visit: Visit, organisation: UUID) -> HttpResponse:
    """An informal group or single person that is registered now."""
    party = own_party(visit, organisation)
    form = ConvertForm(
        visit.frame.book, party, visit.POST if visit.method == "POST" else None, initial={"name": party.name}
    )
    if visit.method == "POST" and form.is_valid():
        form.taken_by(holders_of_number(form.numbers()))
    if visit.method == "POST" and form.is_valid():
        actions.convert_party(by=visit.standing, at=timezone.now(), network=visit.network, organisation=party,
                              kind=form.cleaned_data["kind"], name=form.cleaned_data["name"],
                              numbers=form.numbers())  # fmt: skip
        messages.success(visit, _("Zapisane. Cała historia zostaje z organizacją."))
        return redirect("membership:declarations", network=visit.network.slug, organisation=party.pk)
    return render(visit, "membership/convert.html", {"party": party, "form": form, "place": "desk"})
