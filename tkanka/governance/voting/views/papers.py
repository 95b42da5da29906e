"""The verdict as files: everything it rests on as JSON, and a paper."""

import json
from typing import cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from tkanka.ground.kit.downloads import guarded
from tkanka.network.networks.doors import Visit, in_network

from ..doors import poll_of
from ..printing import verdict_paper


@login_required
@require_safe
@in_network
def file(visit: Visit, poll: UUID) -> HttpResponse:
    """The roll, the votes, the rule and the verdict: from this file anybody can count again."""
    found = poll_of(visit, poll)
    if found.published is None:
        raise Http404
    text = json.dumps(found.published, ensure_ascii=False, indent=1)
    answer = HttpResponse(text, content_type="application/json")
    return cast(HttpResponse, guarded(answer, f"glosowanie-{found.closed_at:%Y-%m-%d}.json"))


@login_required
@require_safe
@in_network
def paper(visit: Visit, poll: UUID) -> HttpResponse:
    """The verdict as a tagged PDF."""
    found = poll_of(visit, poll)
    if found.published is None:
        raise Http404
    answer = HttpResponse(verdict_paper(visit.network, found), content_type="application/pdf")
    return cast(HttpResponse, guarded(answer, f"glosowanie-{found.closed_at:%Y-%m-%d}.pdf"))
