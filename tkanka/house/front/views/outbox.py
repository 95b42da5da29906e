"""The letters of a network: what waits, what went, what could not."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.ground.notices import queries
from tkanka.ground.notices.models import Message, State
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.outbox import may_keep_outbox

from .. import actions
from ..forms import OutboxFilter
from ..unseen import unseen_letters

COUNTED: dict[str, Any] = {
    State.QUEUED: _("czekają"),
    State.SENT: _("wysłane"),
    State.FAILED: _("nieudane"),
    State.VOID: _("unieważnione"),
}


@require_safe
@in_network
def outbox(visit: Visit) -> HttpResponse:
    _only_in_office(visit)
    form = OutboxFilter(visit.GET)
    sought = form.cleaned_data if form.is_valid() else {}
    unseen = unseen_letters(visit)
    counts = queries.counts_in(visit.network.pk, unseen)
    shown = {
        "page": page_of(
            queries.letters_in(visit.network.pk, sought.get("state", ""), sought.get("q", ""), unseen), visit
        ),
        "form": form,
        "filtered": any(sought.values()) or not form.is_valid(),
        "counts": [(state, COUNTED[state], number) for state, number in counts.items()],
        "failed": counts[State.FAILED],
    }
    return render(visit, "front/outbox.html", shown)


@require_POST
@in_network
def retry_letter(visit: Visit, letter: UUID) -> HttpResponse:
    _only_in_office(visit)
    try:
        found = queries.letter_in(visit.network.pk, letter)
    except Message.DoesNotExist as missing:
        raise Http404 from missing
    return _retried(visit, [found])


@require_POST
@in_network
def retry_all(visit: Visit) -> HttpResponse:
    _only_in_office(visit)
    return _retried(visit, list(queries.letters_in(visit.network.pk, State.FAILED)[:1000]))


def _retried(visit: Visit, letters: list[Message]) -> HttpResponse:
    queued = actions.retry_letters(by=visit.standing, at=timezone.now(), network=visit.network, letters=letters)
    said = ngettext("Czeka znów na wysłanie: %(n)s list.", "Czeka znów na wysłanie: %(n)s.", queued) % {"n": queued}
    messages.success(visit, said)
    return redirect("front:outbox", network=visit.network.slug)


def _only_in_office(visit: Visit) -> None:
    ruling = may_keep_outbox(visit.standing)
    ruling.require()
