"""Who may come to a page at all; what they may do there is for the rules."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.people.models import Person
from tkanka.rules.ruling import Refused, check

from ..models import Application

HELD = "drafts"


def signed_in(page: Callable[..., Any]) -> Callable[..., HttpResponseBase]:
    """A page of a network for those who have signed in; others go there first and come back."""

    @never_cache
    @in_network
    @wraps(page)
    def gated(visit: Visit, **kwargs: Any) -> HttpResponseBase:
        if visit.standing.person is None:
            return to_sign_in(visit)
        answer: HttpResponseBase = page(visit, **kwargs)
        return answer

    return gated


def in_office(page: Callable[..., Any]) -> Callable[..., HttpResponseBase]:
    """A page for those who keep the network."""

    @signed_in
    @wraps(page)
    def gated(visit: Visit, **kwargs: Any) -> HttpResponseBase:
        if not visit.standing.keeps_the_network and kwargs:
            raise Http404  # to others the matters on the secretariat's desk do not exist
        if not visit.standing.keeps_the_network:
            raise Refused(check(False, "secretariat_verifies", visit.frame.book.membership.verified_by))
        answer: HttpResponseBase = page(visit, **kwargs)
        return answer

    return gated


def to_sign_in(visit: HttpRequest) -> HttpResponse:
    """To the sign-in page, and back here; after a form is sent, back to where it stood."""
    return redirect_to_login(visit.get_full_path() if visit.method in ("GET", "HEAD") else visit.path)


def me(visit: HttpRequest) -> Person:
    """Who is signed in; only behind a gate."""
    return cast(Person, visit.user)


def hold(visit: HttpRequest, draft: Application) -> None:
    """This browser holds the draft from now on."""
    held = [key for key in visit.session.get(HELD, []) if key != str(draft.pk)]
    visit.session[HELD] = [*held, str(draft.pk)][-20:]


def holds(visit: Visit, draft: Application) -> bool:
    """Whether the visitor may write in a draft: its applicant, who types it in for them, or who holds its link."""
    person = visit.standing.person
    if person is not None and person in (draft.applicant_id, draft.typed_by_id):
        return True
    open_to_holder = draft.applicant_id is None and draft.typed_by_id is None
    return open_to_holder and str(draft.pk) in visit.session.get(HELD, [])


def by_link(visit: HttpRequest, key: UUID) -> bool:
    """Whether this browser came with the link of the draft, whosever it is."""
    return str(key) in visit.session.get(HELD, [])
