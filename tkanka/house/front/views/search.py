"""One question to everything a network holds."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tkanka.governance.discussions.queries import circles_of
from tkanka.ground.kit.paging import Asked, Page, links_of, number_of
from tkanka.ground.search.folding import clean
from tkanka.ground.search.queries import Hit, Results
from tkanka.ground.search.queries import search as find
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_visitors
from tkanka.network.networks.parts import Place, part
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.visibility import Audience, audiences_of

LONGEST = 200
FARTHEST = 1_000
KINDS = {
    "organisation": _("Organizacje"),
    "activity": _("Działania"),
    "body": _("Grupy i organy"),
    "meeting": _("Spotkania"),
    "event": _("Wydarzenia"),
    "decision": _("Decyzje"),
    "need": _("Potrzeby"),
    "offer": _("Oferty"),
    "publication": _("Biblioteka"),
    "news": _("Aktualności"),
    "discussion": _("Dyskusje"),
    "document": _("Dokumenty"),
    "position": _("Stanowiska"),
}
"""What the kinds of things are called; a kind that is not here is found, but not offered as a filter."""


@require_safe
@in_network
@kept_for_visitors
def search(visit: Visit) -> HttpResponse:
    typed = clean(visit.GET.get("q", ""), LONGEST)
    kind = visit.GET.get("kind", "")
    kind = kind if kind in KINDS else ""
    circles = circles_of(visit.frame.book, visit.network, visit.standing, visit.today)
    facts = Asked(visit.GET.urlencode()), typed, kind, audiences_of(visit.standing), circles
    shown = {"q": typed, "kind": kind, "title": _("Szukaj w sieci")}
    return render(visit, "front/search.html", {**shown, "matter": part(visit, "front/found.html", found, *facts)})


def found(
    place: Place, asked: Asked, typed: str, kind: str, audiences: frozenset[Audience], circles: frozenset[UUID]
) -> dict[str, object]:
    """What those of these audiences find who belong to these circles."""
    results = find(
        typed,
        network=place.network.pk,
        audiences=audiences,
        circles=circles,
        kinds=frozenset({kind}) if kind else None,
        language=language(),
        page=number_of(asked.GET.get("page", ""), FARTHEST),
        widen=vocabulary().widen if typed else None,
    )
    return {"kind": kind, "results": results, "tabs": tabs(asked, results, kind), "page": page_of(asked, results)}


def language() -> str:
    return (get_language() or settings.LANGUAGE_CODE)[:2]


def tabs(asked: Asked, results: Results, chosen: str) -> list[tuple[object, int, str, bool]]:
    """(label, how many, address, chosen) for everything and for every kind that was found."""
    found = [code for code in KINDS if code in results.kinds or code == chosen]
    everything = (_("Wszystko"), sum(results.kinds.values()), address(asked, ""), not chosen)
    return [everything, *((KINDS[c], results.kinds.get(c, 0), address(asked, c), c == chosen) for c in found)]


def address(asked: Asked, kind: str) -> str:
    """The first page of the same question about one kind of things, or about all."""
    question = asked.GET.copy()
    for answer in ("page", "kind"):
        question.pop(answer, None)
    if kind:
        question["kind"] = kind
    return f"?{question.urlencode()}"


def page_of(asked: Asked, results: Results) -> Page[tuple[Hit, str, str]]:
    """Each hit with its address in the reader's language and the name of its kind."""
    prefix = "" if language() == settings.LANGUAGE_CODE else f"/{language()}"
    items = [(hit, prefix + hit.url, str(KINDS.get(hit.kind, ""))) for hit in results.hits]
    links = links_of(asked, results.page, results.pages, "page")
    return Page(items, results.page, results.pages, results.total, results.size, links)
