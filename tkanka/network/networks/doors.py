"""The door every page of a network is entered by: it finds the network and the visitor's standing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar, cast
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from tkanka.ground.kit.wording import sentence
from tkanka.ground.ledger.queries import state_of
from tkanka.network.people.models import Person
from tkanka.network.people.queries import has_second_factor
from tkanka.rules.rulebook import Rulebook
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Standing

from .models import CharterVersion, Hosting, Network, Organisation
from .queries import (
    charter_on,
    host_of,
    member_count,
    network_with_state,
    paragraphs_cited,
    rulebook_in,
    standing_of,
)
from .queries.belonging import worked_for

Kept = TypeVar("Kept")


class Frame:
    """What every page of a network shows around its matter; each part is read only when it is shown."""

    def __init__(self, network: Network, person: Person | AnonymousUser, standing: Standing, day: date):
        self.network, self.standing, self.day = network, standing, day
        self.person = person if isinstance(person, Person) else None
        self.needs_second_factor = False
        self._asked: dict[str, Any] = {}

    def once(self, name: str, ask: Callable[[], Kept]) -> Kept:
        """What several parts of one page need, asked when the first of them does."""
        if name not in self._asked:
            self._asked[name] = ask()
        return cast(Kept, self._asked[name])

    @property
    def keeps(self) -> bool:
        return self.standing.keeps_the_network

    @cached_property
    def book(self) -> Rulebook:
        """The charter in force today."""
        return rulebook_in(self.charter, self.day)

    @cached_property
    def charter(self) -> CharterVersion | None:
        """The version of the charter in force today."""
        return charter_on(self.network, self.day)

    @cached_property
    def member_count(self) -> int:
        return member_count(self.network, self.day)

    @cached_property
    def hosting(self) -> Hosting | None:
        return host_of(self.network, self.day)

    @property
    def host(self) -> str:
        """The name of the organisation that keeps the secretariat; empty where there is none."""
        return self.hosting.organisation.name if self.hosting else ""

    @cached_property
    def works_for(self) -> list[Organisation]:
        """The organisations the visitor does anything for, by name."""
        return worked_for(self.standing)

    @property
    def can_act_for(self) -> list[Organisation]:
        return [one for one in self.works_for if one.pk in self.standing.represents]

    @cached_property
    def acting(self) -> Organisation | None:
        return next((o for o in self.can_act_for if o.pk == self.standing.acting_for), None)


class Visit(HttpRequest):
    """A request inside a network. `state` is where the ledgers end that tell of its changes."""

    network: Network
    state: str
    standing: Standing
    frame: Frame
    today: date


def in_network(page: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Enter a page with network, standing, today and frame on the visit; a refusal goes back with its reason."""

    @wraps(page)
    def entered(request: HttpRequest, network: str, **kwargs: Any) -> HttpResponseBase:
        visit = enter(request, *network_with_state(network))
        try:
            return page(visit, **kwargs)
        except Refused as refusal:
            return refused(visit, refusal)

    return entered


def by_address(page: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Enter a page that answers its address and nobody in particular: who is signed in is not even asked."""

    @wraps(page)
    def entered(request: HttpRequest, network: str, **kwargs: Any) -> HttpResponseBase:
        request.user = AnonymousUser()
        return page(enter(request, *network_with_state(network)), **kwargs)

    return entered


def enter(request: HttpRequest, network: Network, state: str | None = None) -> Visit:
    visit = cast(Visit, request)
    visit.state = state_of(network.pk) if state is None else state
    visit.today = timezone.localdate()
    person = request.user
    standing = standing_of(person, network, visit.today, acting_for=chosen(request, network))
    visit.network, visit.standing = network, standing
    if (
        settings.REQUIRE_SECOND_FACTOR_FOR_OFFICES
        and standing.offices
        and not has_second_factor(cast(Person, person).pk)
    ):
        visit.standing = without_offices(standing)
    visit.frame = Frame(network, person, visit.standing, visit.today)
    visit.frame.needs_second_factor = visit.standing is not standing
    return visit


def without_offices(standing: Standing) -> Standing:
    """The standing of somebody in office who has yet to show a second factor."""
    return replace(standing, offices=frozenset())


IN_OWN_NAME = UUID(int=0)


def chosen(request: HttpRequest, network: Network) -> UUID | None:
    """The organisation picked in the on-behalf switch, the zero key for "in my own name", None for no choice yet."""
    kept = request.session.get(f"acting:{network.pk}")
    if not kept:
        return None
    return IN_OWN_NAME if kept == "own" else UUID(kept)


def refused(visit: Visit, refusal: Refused) -> HttpResponse:
    """Back to where one came from, each reason a message; a page that may not be seen says why, with 403."""
    back = visit.headers.get("Referer", "")
    allowed = url_has_allowed_host_and_scheme(back, {visit.get_host()}, require_https=visit.is_secure())
    if visit.method in {"GET", "HEAD"} or not allowed:
        cited = paragraphs_cited(visit.network, visit.today, refusal.ruling.cites)
        grounds = [(ground, cited.get(ground.cite)) for ground in refusal.ruling.failed]
        return render(visit, "networks/refused.html", {"grounds": grounds}, status=403)
    for ground in refusal.ruling.failed:
        messages.error(visit, f"{sentence(ground)} {ground.cite}".strip())
    return HttpResponseRedirect(back)
