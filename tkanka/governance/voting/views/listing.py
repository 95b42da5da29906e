"""All votes one may know of, and the rules the network has added."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.governance.bodies.doors import own_seats
from tkanka.governance.bodies.queries import visible_bodies
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.bodies import BodyState
from tkanka.rules.ruling import check
from tkanka.rules.voting import PollKind, rule_for

from .. import actions, queries
from ..doors import seen_by
from ..forms import FindForm, OwnRuleForm

SORTS = ("open", "decided", "called_off", "draft")


def let_in(visit: Visit) -> None:
    """Members, the offices and those who sit in a body; everybody else finds nothing here."""
    if not (visit.standing.is_member or visit.standing.keeps_the_network or own_seats(visit)):
        raise Http404


@login_required
@require_safe
@in_network
def polls(visit: Visit) -> HttpResponse:
    """What is being decided, and what was."""
    let_in(visit)
    seen, shown = seen_by(visit), visit.GET.get("state", "")
    shown = shown if shown in SORTS else "open"
    bodies = visible_bodies(visit.network, visit.standing, visit.today).exclude(state=BodyState.CLOSED)
    named = [(str(key), name) for key, name in bodies.order_by("name").values_list("pk", "name")[:300]]
    form = FindForm(visit.GET or None, bodies=named, initial={"state": shown})
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    body = UUID(asked["body"]) if asked.get("body") else None
    prepares = visit.standing.keeps_the_network or bool(seen.leads)
    context = {
        "page": page_of(queries.polls_in(seen, shown=shown, body=body, words=asked.get("q", "")), visit),
        "shown": shown, "form": form, "place": "desk", "prepares": prepares, "filtered": bool(body or asked.get("q")),
        "sorts": SORTS if prepares else SORTS[:-1],
        "reviews": queries.reviews_due(seen) if shown == "decided" else [],
    }  # fmt: skip
    return render(visit, "voting/polls.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def rules(visit: Visit) -> HttpResponse:
    """The rules by which the network's members vote, and adding one."""
    let_in(visit)
    office = check(visit.standing.keeps_the_network, "office_adds_rule")
    posted = visit.method == "POST"
    if posted:
        office.require()
    rule = rule_for(visit.frame.book, PollKind.MEMBERS)
    form = OwnRuleForm(visit.POST if posted else None, rule=rule) if office else None
    if form and posted and form.is_valid():
        actions.add_rule(
            by=visit.standing, at=timezone.now(), network=visit.network, name=form.cleaned_data["name"],
            choices=form.choices,
        )  # fmt: skip
        messages.success(visit, _("Reguła dodana. Można według niej głosować."))
        return redirect("voting:rules", network=visit.network.slug)
    shown = {"place": "desk", "rules": queries.own_rules_in(visit.network), "form": form}
    return render(visit, "voting/rules.html", shown, status=422 if form and form.errors else 200)


@login_required
@require_POST
@in_network
def end_rule(visit: Visit, rule: UUID) -> HttpResponse:
    let_in(visit)
    actions.end_rule(by=visit.standing, at=timezone.now(), own=queries.own_rule_in(visit.network, rule))
    messages.success(visit, _("Reguła wycofana."))
    return redirect("voting:rules", network=visit.network.slug)
