"""What the pages of this room share."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from tkanka.network.networks.doors import Visit
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Standing

from ..doors import Place
from ..forms import Laid


def show(visit: Visit, template: str, form: Any = None, **shown: Any) -> HttpResponse:
    """A page of this room; one with errors in its form answers 422."""
    context = {"here": "bodies", "form": form, **shown}
    return render(visit, f"bodies/{template}.html", context, status=422 if form is not None and form.errors else 200)


def ready(visit: Visit, form: Any) -> bool:
    """Whether the form was sent and is filled in rightly."""
    return visit.method == "POST" and form.is_valid()


def done(form: Laid, action: Callable[..., Any], visit: Visit, **given: Any) -> Any:
    """What the action gave, or None when a rule stood in the way; then the form says which."""
    try:
        return action(by=acting(visit, given), at=timezone.now(), **given)
    except Refused as refusal:
        form.lay(refusal)
        return None


def acting(visit: Visit, given: dict[str, Any]) -> Standing:
    """On whose behalf something is done: that of the organisation it is done for."""
    party = given.get("organisation")
    return visit.standing.on_behalf_of(party.pk) if party else visit.standing


def to_body(visit: Visit, key: UUID) -> HttpResponse:
    return redirect("bodies:body", network=visit.network.slug, key=key)


def to_seats(visit: Visit, place: Place) -> HttpResponse:
    return redirect("bodies:seats", network=visit.network.slug, key=place.body.pk)
