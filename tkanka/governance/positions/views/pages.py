"""All positions, and one with its signatures; on paper."""

from typing import Any, cast
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tkanka.ground.kit.downloads import guarded
from tkanka.ground.kit.paging import page_of
from tkanka.ground.kit.wording import label
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import history_of
from tkanka.rules.positions import PositionState, leads, may_draft, may_see, may_sign, signed_for_itself

from .. import queries
from ..forms import AnswerForm, DeliverForm, FreezeForm, ListFilter, PartyForm, RemarkForm, WithdrawForm
from ..models import Position
from ..papers import position_paper

INSIDE = (PositionState.DRAFT, PositionState.SIGNING, PositionState.CLOSED, PositionState.WITHDRAWN)


def found(visit: Visit, key: UUID) -> Position:
    """A position the visitor may see; 404 for others."""
    position = queries.position_in(visit.network, key)
    if not may_see(visit.standing, state=position.state):
        raise Http404
    return position


def parties_of(visit: Visit) -> list[Organisation]:
    """The member organisations the visitor speaks for, the one of the on-behalf switch first."""
    own = [one for one in visit.frame.can_act_for if one.pk in visit.standing.speaks_for]
    return sorted(own, key=lambda one: one.pk != visit.standing.acting_for)


@require_safe
@in_network
def positions(visit: Visit) -> HttpResponse:
    inside = visit.standing.is_member or visit.standing.keeps_the_network
    form = ListFilter(visit.GET, states=[(one.value, label(one)) for one in INSIDE]) if inside else None
    state = form.cleaned_data["state"] if form and form.is_valid() else ""
    parties = parties_of(visit)
    may = may_draft(visit.frame.book, visit.standing, organisation=parties[0].pk if parties else None)
    shown = {
        "page": page_of(queries.positions_in(visit.network, visit.standing, state), visit), "form": form, "may": may,
        "filtered": bool(state), "here": "positions",
    }  # fmt: skip
    return render(visit, "positions/positions.html", shown)


@require_safe
@in_network
def position(visit: Visit, position: UUID) -> HttpResponse:
    """The text, who signed it, to whom it went and what they answered; what one may do."""
    return page(visit, found(visit, position))


def page(visit: Visit, shown_one: Position, **forms: Any) -> HttpResponse:
    """The page, with the form that was not understood in the place of an empty one."""
    by, parties, state = visit.standing, parties_of(visit), shown_one.state
    signed = {one.organisation_id: one for one in queries.signed_by(shown_one, [p.pk for p in parties])}
    free = [one for one in parties if one.pk not in signed]
    own = leads(by, shown_one.initiator_id)
    term = signed_for_itself(visit.frame.book)
    sign = may_sign(
        visit.frame.book, by, organisation=free[0].pk if free else None, state=state, until=shown_one.sign_until,
        signed=not free and bool(signed), today=visit.today,
    )  # fmt: skip
    hands_over = (own or by.keeps_the_network) and state == PositionState.CLOSED
    shown = {
        "position": shown_one, "addressees": queries.addressees_of(shown_one), "own": own, "sign": sign,
        "page": page_of(queries.signatures_of(shown_one), visit, 100), "signed": list(signed.values()),
        "count": queries.standing_signatures(shown_one), "cite": term.cite, "hands_over": hands_over,
        "remarks": page_of(queries.remarks_of(shown_one), visit, 50, "remarks")
        if by.is_member or by.keeps_the_network else None,
        "sign_form": PartyForm(parties=free) if free else None,
        "remark_form": RemarkForm(parties=parties) if parties and state == PositionState.DRAFT else None,
        "freeze_form": FreezeForm(today=visit.today) if own and state == PositionState.DRAFT else None,
        "off_form": WithdrawForm() if own and state in (PositionState.DRAFT, PositionState.SIGNING) else None,
        "deliver_form": DeliverForm(initial={"on": visit.today}) if hands_over else None,
        "answer_form": AnswerForm(initial={"on": visit.today}) if hands_over else None,
        "history": history_of(shown_one) if own or by.keeps_the_network else [], "here": "positions",
    } | forms  # fmt: skip
    return render(visit, "positions/position.html", shown, status=422 if forms else 200)


@require_safe
@in_network
def position_pdf(visit: Visit, position: UUID) -> HttpResponse:
    answer = HttpResponse(position_paper(found(visit, position)), content_type="application/pdf")
    return cast(HttpResponse, guarded(answer, "stanowisko.pdf"))
