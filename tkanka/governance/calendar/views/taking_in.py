"""Taking somebody's calendar file in: bring it, look at what would become of it, choose, apply. Nothing is kept
of the file between the steps: the page itself carries its text."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tkanka.network.directory.limits import Limit
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import members_of
from tkanka.rules.calendar import EventAudience, EventKind, enters_for, may_enter_event
from tkanka.rules.ruling import Refused

from .. import actions
from ..forms.taking_in import IcsForm
from ..incoming import Found, Unreadable, read
from ..outcomes import Outcome, weighed
from ..queries import listing
from ..wording import FILES, KINDS, OUTCOMES, notes, why

BY_PERSON = Limit("calendar-read", 60, 3600)
TAKEN = (Outcome.NEW, Outcome.CHANGED, Outcome.CANCELLED)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def take_in(visit: Visit) -> HttpResponse:
    """A file, then what would become of each of its events, then the chosen ones in the calendar."""
    form = _form(visit)
    if visit.method != "POST" or not form.is_valid():
        return _asked(visit, form)
    if not BY_PERSON.take(str(visit.standing.person)):
        form.add_error(None, _("Za często. Spróbuj za godzinę."))
        return _asked(visit, form)
    try:
        found = read(form.text, timezone.now())
    except Unreadable as broken:
        form.add_error("file" if form.cleaned_data["file"] else "pasted", str(FILES[str(broken)]))
        return _asked(visit, form)
    return _apply(visit, form, found) if visit.POST.get("step") == "apply" else _preview(visit, form, found)


def _form(visit: Visit) -> IcsForm:
    by = visit.standing
    if by.keeps_the_network:
        owners = list(members_of(visit.network, visit.today).only("name").order_by("name")[:2_000])
    else:
        owners = listing.parties_with(enters_for(by))
    if not owners:
        raise Refused(may_enter_event(visit.frame.book, by, organisation=None))
    return IcsForm(visit.POST, visit.FILES, owners=owners) if visit.method == "POST" else IcsForm(owners=owners)


def _asked(visit: Visit, form: IcsForm) -> HttpResponse:
    shown = {"form": form, "place": "desk", "here": "calendar:mine"}
    return render(visit, "calendar/import.html", shown, status=422 if form.errors else 200)


def _preview(visit: Visit, form: IcsForm, found: list[Found]) -> HttpResponse:
    """Every event of the file with what would become of it; the new and the changed ones are ticked."""
    said, party = form.cleaned_data, form.owner_party
    rows = weighed(visit.network, party.pk, EventAudience(said["audience"]), found)
    counts = {outcome: sum(each == outcome for _one, each, _event in rows) for outcome in Outcome}
    shown: dict[str, Any] = {
        "party": party, "said": said, "text": form.text, "place": "desk", "here": "calendar:mine",
        "rows": [_line(one, outcome) for one, outcome, _event in rows],
        "counts": [(OUTCOMES[outcome], KINDS[outcome], n) for outcome, n in counts.items() if n],
        "takes": sum(counts[outcome] for outcome in TAKEN),
    }  # fmt: skip
    return render(visit, "calendar/import_preview.html", shown)


def _line(one: Found, outcome: Outcome) -> dict[str, Any]:
    return {
        "one": one, "outcome": OUTCOMES[outcome], "kind": KINDS[outcome], "takes": outcome in TAKEN,
        "why": why(one) if outcome == Outcome.REFUSED else "", "notes": notes(one),
    }  # fmt: skip


def _apply(visit: Visit, form: IcsForm, found: list[Found]) -> HttpResponse:
    chosen, said, party = set(visit.POST.getlist("event")), form.cleaned_data, form.owner_party
    counts = actions.take_events_in(
        by=visit.standing.on_behalf_of(party.pk), at=timezone.now(), network=visit.network, organisation=party,
        audience=EventAudience(said["audience"]), kind=EventKind(said["kind"]),
        found=[one for one in found if one.key in chosen],
    )  # fmt: skip
    n = sum(counts[outcome] for outcome in TAKEN)
    messages.success(visit, ngettext("Wczytano %d wydarzenie.", "Wczytano %d wydarzeń.", n) % n)
    return redirect("calendar:mine", network=visit.network.slug)
