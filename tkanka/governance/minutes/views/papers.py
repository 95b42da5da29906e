"""Minutes and attendance on paper."""

from typing import cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tkanka.ground.kit.downloads import guarded
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.meetings import may_take_part

from ..composing import parts_of
from ..printing import attendance_paper, minutes_paper
from ..queries import latest_of
from .finding import found


@require_safe
@in_network
def minutes_pdf(visit: Visit, minutes: UUID) -> HttpResponse:
    """The minutes as a tagged PDF."""
    shown, _facts, _at = found(visit, minutes)
    answer = HttpResponse(minutes_paper(visit.network, shown), content_type="application/pdf")
    return cast(HttpResponse, guarded(answer, f"protokol-{shown.meeting.starts_at:%Y-%m-%d}.pdf"))


@login_required
@require_safe
@in_network
def attendance_pdf(visit: Visit, minutes: UUID) -> HttpResponse:
    """Who was there, by name: for those the meeting was for."""
    shown, facts, _at = found(visit, minutes)
    may_take_part(facts.book, facts.by, facts.of).require()
    answer = HttpResponse(attendance_paper(visit.network, shown.meeting), content_type="application/pdf")
    return cast(HttpResponse, guarded(answer, f"obecni-{shown.meeting.starts_at:%Y-%m-%d}.pdf"))


@require_safe
@in_network
def printed(visit: Visit, minutes: UUID) -> HttpResponse:
    """The minutes alone, for a printer."""
    shown, facts, _at = found(visit, minutes)
    version = None if facts.write else latest_of(shown)
    context = {"minutes": shown, "meeting": shown.meeting, "parts": version.parts if version else parts_of(shown)}
    return render(visit, "minutes/printed.html", context)
