"""The steps of a position: remarks, freezing, signing, handing over."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.positions import may_edit, may_remark, may_sign
from tkanka.rules.ruling import Refused, Ruling

from .. import actions, queries
from ..forms import AnswerForm, DeliverForm, FreezeForm, PartyForm, RemarkForm, WithdrawForm
from ..models import Position
from .pages import found, page, parties_of
from .writing import to


def _required(ruling: Ruling) -> None:
    if not ruling:
        raise Refused(ruling)


def _remark(visit: Visit, position: Position) -> HttpResponse | None:
    parties = parties_of(visit)
    _required(may_remark(visit.standing, organisation=parties[0].pk if parties else None, state=position.state))
    form = RemarkForm(visit.POST, parties=parties)
    if not form.is_valid():
        return page(visit, position, remark_form=form)
    actions.remark_on_draft(
        by=visit.standing.on_behalf_of(form.party.pk), at=timezone.now(), position=position, organisation=form.party,
        text=form.cleaned_data["text"],
    )  # fmt: skip
    messages.success(visit, _("Uwaga zapisana."))
    return None


def _freeze(visit: Visit, position: Position) -> HttpResponse | None:
    _required(may_edit(visit.standing, initiator=position.initiator_id, state=position.state))
    form = FreezeForm(visit.POST, today=visit.today)
    if not form.is_valid():
        return page(visit, position, freeze_form=form)
    by = visit.standing.on_behalf_of(position.initiator_id)
    actions.freeze_position(by=by, at=timezone.now(), position=position, until=form.cleaned_data["until"])
    messages.success(visit, _("Tekst zamrożony. Zaproszenie do podpisania dostały wszystkie organizacje."))
    return None


def _sign(visit: Visit, position: Position) -> HttpResponse | None:
    parties = parties_of(visit)
    form = PartyForm(visit.POST, parties=parties)
    if not form.is_valid():
        _required(may_sign(
            visit.frame.book, visit.standing, organisation=parties[0].pk if parties else None, state=position.state,
            until=position.sign_until, signed=False, today=visit.today,
        ))  # fmt: skip
        return page(visit, position, sign_form=form)
    by = visit.standing.on_behalf_of(form.party.pk)
    actions.sign_position(by=by, at=timezone.now(), position=position, organisation=form.party)
    messages.success(visit, _("Podpisano: %s.") % form.party.name)
    return None


def _unsign(visit: Visit, position: Position) -> HttpResponse | None:
    own = queries.signed_by(position, visit.standing.speaks_for)
    signature = next((one for one in own if str(one.organisation_id) == visit.POST.get("organisation", "")), None)
    if signature is None:
        raise Http404
    signature.position = position
    by = visit.standing.on_behalf_of(signature.organisation_id)
    actions.withdraw_signature(by=by, at=timezone.now(), signature=signature)
    messages.success(visit, _("Podpis wycofany. Lista pokazuje to z datą."))
    return None


def _close(visit: Visit, position: Position) -> HttpResponse | None:
    by = visit.standing.on_behalf_of(position.initiator_id)
    actions.close_signing(by=by, at=timezone.now(), position=position)
    messages.success(visit, _("Podpisywanie zakończone. Stanowisko jest jawne."))
    return None


def _withdraw(visit: Visit, position: Position) -> HttpResponse | None:
    form = WithdrawForm(visit.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    by = visit.standing.on_behalf_of(position.initiator_id)
    actions.withdraw_position(by=by, at=timezone.now(), position=position, reason=reason)
    messages.success(visit, _("Stanowisko wycofane."))
    return None


STEPS: dict[str, Callable[[Visit, Position], HttpResponse | None]] = {
    "remark": _remark, "freeze": _freeze, "sign": _sign, "unsign": _unsign, "close": _close, "withdraw": _withdraw,
}  # fmt: skip


@login_required
@require_POST
@in_network
def step(visit: Visit, position: UUID, step: str) -> HttpResponse:
    """One step, named in the address; the page again when something is missing."""
    if step not in STEPS:
        raise Http404
    kept = found(visit, position)
    return STEPS[step](visit, kept) or to(visit, kept)


@login_required
@require_POST
@in_network
def with_addressee(visit: Visit, position: UUID, addressee: UUID, step: str) -> HttpResponse:
    """Handing over to one addressee, or what they answered."""
    kept = found(visit, position)
    one = queries.addressee_in(kept, addressee)
    one.position = kept
    if step not in ("deliver", "answer"):
        raise Http404
    form = DeliverForm(visit.POST) if step == "deliver" else AnswerForm(visit.POST)
    if not form.is_valid():
        wrong: dict[str, Any] = {f"{step}_form": form, "wrong": one.pk}
        return page(visit, kept, **wrong)
    act = {"by": visit.standing, "at": timezone.now(), "addressee": one, **form.cleaned_data}
    if step == "deliver":
        actions.deliver(**act)
        messages.success(visit, _("Zapisano, że przekazano. Organizacje, które podpisały, dostaną list."))
    else:
        actions.note_answer(**act)
        messages.success(visit, _("Odpowiedź zapisana. Organizacje, które podpisały, dostaną list."))
    return to(visit, kept)
