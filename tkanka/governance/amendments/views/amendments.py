"""Changes of the charter: all of them, starting one, and one from its reason to its day."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import history_of, organisation_in
from tkanka.rules.amendments import AmendmentState, NewTerm, may_second, may_start, may_withdraw, starts_at_once
from tkanka.rules.rulebook import BadRulebook
from tkanka.rules.ruling import Ruling

from .. import actions, queries
from ..forms import EnactForm, PresentForm, ReasonForm, SecondForm, StartForm, TermForm, TextForm
from ..models import Amendment
from ..showing import set_shown, steps_of, terms_shown, text_shown
from ..weighing import Weighed


def let_in(visit: Visit) -> None:
    """Members and the offices; a change that holds is read in the charter by everybody."""
    if not (visit.standing.is_member or visit.standing.keeps_the_network):
        raise Http404


def _parties(visit: Visit) -> list[Organisation]:
    return [one for one in visit.frame.can_act_for if one.pk in visit.standing.speaks_for]


@login_required
@require_safe
@in_network
def amendments(visit: Visit) -> HttpResponse:
    """What is on its way, and what was changed."""
    let_in(visit)
    over = visit.GET.get("state") == "over"
    shown = {"page": page_of(queries.amendments_in(visit.network, over=over), visit), "over": over,
             "may": bool(_starting(visit)), "place": "network", "here": "networks:charter"}  # fmt: skip
    return render(visit, "amendments/amendments.html", shown)


def _advises(visit: Visit) -> bool:
    return visit.frame.once("amendments.advises", lambda: queries.advises(visit.network, visit.standing, visit.today))


def _starting(visit: Visit) -> Ruling:
    parties = _parties(visit)
    return may_start(
        visit.frame.book, visit.standing, advises=_advises(visit),
        organisation=parties[0].pk if parties else None, charter=visit.frame.charter is not None,
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def new(visit: Visit) -> HttpResponse:
    """Starting a change."""
    let_in(visit)
    _starting(visit).require()
    parties = _parties(visit)
    alone = starts_at_once(visit.standing, advises=_advises(visit))
    form = StartForm(visit.POST if visit.method == "POST" else None, parties=parties, alone=alone)
    if visit.method == "POST" and form.is_valid():
        said = form.cleaned_data
        party = None if alone else organisation_in(visit.network, said["organisation"], visit.today)
        started = actions.start(
            by=visit.standing.on_behalf_of(party.pk) if party else visit.standing, at=timezone.now(),
            network=visit.network, title=said["title"], reason=said["reason"], organisation=party,
        )  # fmt: skip
        told = _("Zmiana zaczęta.") if alone else _("Zmiana zgłoszona. Potrzeba jeszcze jednej organizacji.")
        messages.success(visit, told)
        return _to(visit, started)
    shown = {"form": form, "alone": alone, "place": "network", "here": "networks:charter"}
    return render(visit, "amendments/new.html", shown, status=422 if form.errors else 200)


def _to(visit: Visit, found: Amendment) -> HttpResponse:
    return redirect("amendments:amendment", network=visit.network.slug, amendment=found.pk)


def _found(visit: Visit, key: UUID) -> tuple[Amendment, Weighed]:
    let_in(visit)
    found = queries.amendment_in(visit.network, key)
    return found, Weighed(found, visit.standing, visit.today)


@login_required
@require_safe
@in_network
def amendment(visit: Visit, amendment: UUID) -> HttpResponse:
    return _page(visit, *_found(visit, amendment))


def _page(visit: Visit, found: Amendment, facts: Weighed, **forms: Any) -> HttpResponse:
    office, own = visit.standing.keeps_the_network, found.started_by_id == visit.standing.person
    parties = _seconding(visit, found)
    items = queries.points_to_present(visit.network) if facts.drafting and facts.gates.closed else []
    enacting = facts.enact(facts.first_day) if office and found.state == AmendmentState.OPEN else None
    documents = queries.free_documents(visit.network) if facts.drafting and not found.document_id else []
    shown = {
        "amendment": found, "place": "network", "here": "networks:charter", "steps": steps_of(facts),
        "terms": terms_shown(facts), "text": text_shown(facts), "gates": facts.gates, "passed": facts.passed,
        "set": set_shown(facts) if facts.drafting else [], "drafts": bool(facts.drafting),
        "second_form": SecondForm(parties=parties) if parties else None,
        "text_form": TextForm(documents=documents) if documents else None,
        "term_form": TermForm() if facts.drafting else None, "enacting": enacting,
        "present_form": PresentForm(items=items) if items else None,
        "enact_form": EnactForm(first=facts.first_day, initial={"from_day": facts.first_day}) if enacting else None,
        "off_form": ReasonForm(prefix="off")
        if may_withdraw(visit.standing, own=own, state=found.state, reason="-") else None,
        "history": history_of(found),
    } | forms  # fmt: skip
    return render(visit, "amendments/amendment.html", shown, status=422 if forms else 200)


def _seconding(visit: Visit, found: Amendment) -> list[Organisation]:
    """The visitor's organisations that may make it two."""
    return [
        one
        for one in _parties(visit)
        if may_second(visit.standing, state=found.state, mover=found.mover_id, organisation=one.pk)
    ]


def _second(visit: Visit, found: Amendment, facts: Weighed) -> HttpResponse:
    parties = _seconding(visit, found)
    if not parties:
        may_second(visit.standing, state=found.state, mover=found.mover_id, organisation=None).require()
    form = SecondForm(visit.POST, parties=parties)
    if not form.is_valid():
        return _page(visit, found, facts, second_form=form)
    party = organisation_in(visit.network, form.cleaned_data["organisation"], visit.today)
    actions.second(by=visit.standing.on_behalf_of(party.pk), at=timezone.now(), amendment=found, organisation=party)
    messages.success(visit, _("Zmiana poparta. Podejmie ją sekretariat."))
    return _to(visit, found)


def _text(visit: Visit, found: Amendment, facts: Weighed) -> HttpResponse:
    facts.drafting.require()
    form = TextForm(visit.POST, documents=queries.free_documents(visit.network))
    document = queries.document_in(visit.network, visit.POST.get("document", ""))
    if not form.is_valid() or document is None:
        return _page(visit, found, facts, text_form=form)
    actions.base_on(by=visit.standing, at=timezone.now(), amendment=found, document=document)
    messages.success(visit, _("To jest odtąd tekst zmiany."))
    return _to(visit, found)


def _term(visit: Visit, found: Amendment, facts: Weighed) -> HttpResponse:
    facts.drafting.require()
    form = TermForm(visit.POST)
    if form.is_valid():
        try:
            actions.set_term(by=visit.standing, at=timezone.now(), amendment=found, new=NewTerm(**form.cleaned_data))
        except BadRulebook:
            form.add_error("value", _("Tego nie da się tak zapisać. Sprawdź, czy to liczba, słowo czy lista."))
    if form.errors:
        return _page(visit, found, facts, term_form=form)
    messages.success(visit, _("Ustalenie zmienione w projekcie."))
    return _to(visit, found)


def _present(visit: Visit, found: Amendment, facts: Weighed) -> HttpResponse:
    facts.drafting.require()
    items = queries.points_to_present(visit.network)
    form = PresentForm(visit.POST, items=items)
    item = queries.point_in(visit.network, visit.POST.get("item", ""))
    if not form.is_valid() or item is None:
        return _page(visit, found, facts, present_form=form)
    actions.present(by=visit.standing, at=timezone.now(), amendment=found, item=item)
    messages.success(visit, _("Zapisane, gdzie przedstawiono zmianę."))
    return _to(visit, found)


def _enact(visit: Visit, found: Amendment, facts: Weighed) -> HttpResponse:
    facts.enact(facts.first_day).require()
    form = EnactForm(visit.POST, first=facts.first_day)
    if not form.is_valid():
        return _page(visit, found, facts, enact_form=form)
    actions.enact(by=visit.standing, at=timezone.now(), amendment=found, **form.cleaned_data)
    messages.success(visit, _("Zmiana stała się nową wersją Karty. Wszyscy członkowie dostali list."))
    return _to(visit, found)


def _withdraw(visit: Visit, found: Amendment, facts: Weighed) -> HttpResponse:
    own = found.started_by_id == visit.standing.person
    may_withdraw(visit.standing, own=own, state=found.state, reason="-").require()
    form = ReasonForm(visit.POST, prefix="off")
    if not form.is_valid():
        return _page(visit, found, facts, off_form=form)
    actions.withdraw(by=visit.standing, at=timezone.now(), amendment=found, reason=form.cleaned_data["reason"])
    messages.success(visit, _("Zmiana wycofana."))
    return _to(visit, found)


STEPS: dict[str, Callable[[Visit, Amendment, Weighed], HttpResponse]] = {
    "second": _second, "text": _text, "term": _term, "present": _present, "enact": _enact, "withdraw": _withdraw,
}  # fmt: skip


@login_required
@require_POST
@in_network
def step(visit: Visit, amendment: UUID, amendment_step: str) -> HttpResponse:
    found, facts = _found(visit, amendment)
    if amendment_step not in STEPS:
        raise Http404
    return STEPS[amendment_step](visit, found, facts)


@login_required
@require_POST
@in_network
def drop(visit: Visit, amendment: UUID, term: UUID) -> HttpResponse:
    found, _facts = _found(visit, amendment)
    one = queries.term_in(found, term)
    one.amendment = found
    actions.drop_term(by=visit.standing, at=timezone.now(), term=one)
    messages.success(visit, _("Ustalenie zostaje bez zmiany."))
    return _to(visit, found)
