"""One question to everything a network holds."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tkanka.ground.kit.paging import Page, links_of, number_of
from tkanka.ground.search.folding import clean
from tkanka.ground.search.queries import Hit, Results
from tkanka.ground.search.queries import search as find
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_visitors
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.visibility import audiences_of

LONGEST = 200
FARTHEST = 1_000
KINDS = {
    "organisation": _("Organizacje"),
    "activity": _("Działania"),
    "body": _("Grupy i organy"),
    "meeting": _("Spotkania"),
    "decision": _("Decyzje"),
    "need": _("Potrzeby"),
    "offer": _("Oferty"),
    "publication": _("Biblioteka"),
    "news": _("Aktualności"),
}
"""What the kinds of things are called; a kind that is not here is found, but not offered as a filter."""


@require_safe
@in_network
@kept_for_visitors
def search(visit: Visit) -> HttpResponse:
    typed = clean(visit.GET.get("q", ""), LONGEST)
    kind = visit.GET.get("kind", "")
    kind = kind if kind in KINDS else ""
    results = find(
        typed,
        network=visit.network.pk,
        audiences=audiences_of(visit.standing),
        kinds=frozenset({kind}) if kind else None,
        language=language(),
        page=number_of(visit.GET.get("page", ""), FARTHEST),
        widen=vocabulary().widen if typed else None,
    )
    shown = {"q": typed, "kind": kind, "results": results, "tabs": tabs(visit, results, kind)}
    return render(visit, "front/search.html", {**shown, "page": page_of(visit, results), "title": _("Szukaj w sieci")})


def language() -> str:
    return (get_language() or settings.LANGUAGE_CODE)[:2]


def tabs(visit: Visit, results: Results, chosen: str) -> list[tuple[object, int, str, bool]]:
    """(label, how many, address, chosen) for everything and for every kind that was found."""
    found = [code for code in KINDS if code in results.kinds or code == chosen]
    everything = (_("Wszystko"), sum(results.kinds.values()), address(visit, ""), not chosen)
    return [everything, *((KINDS[c], results.kinds.get(c, 0), address(visit, c), c == chosen) for c in found)]


def address(visit: Visit, kind: str) -> str:
    """The first page of the same question about one kind of things, or about all."""
    asked = visit.GET.copy()
    for answer in ("page", "kind"):
        asked.pop(answer, None)
    if kind:
        asked["kind"] = kind
    return f"?{asked.urlencode()}"


def page_of(visit: Visit, results: Results) -> Page[tuple[Hit, str, str]]:
    """Each hit with its address in the reader's language and the name of its kind."""
    prefix = "" if language() == settings.LANGUAGE_CODE else f"/{language()}"
    items = [(hit, prefix + hit.url, str(KINDS.get(hit.kind, ""))) for hit in results.hits]
    links = links_of(visit, results.page, results.pages, "page")
    return Page(items, results.page, results.pages, results.total, results.size, links)
