from typing import cast

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from tkanka.ground.kit.downloads import csv_answer, xlsx_answer
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.vocabulary import queries as lists
from tkanka.rules.settings import may_see_settings
from tkanka.rules.vocabulary import may_add_concept

from .. import queries
from ..sheets import COLUMNS, rows_of
from ..trees import branches, rows_of_lists
from .showing import show

LONGEST_QUESTION = 100


@require_safe
@in_network
def codelists(visit: Visit) -> HttpResponse:
    """Every list with its size, version and last change."""
    words, latest = lists.vocabulary(), lists.latest_versions()
    return show(visit, "codelists.html", rows=rows_of_lists(words, latest))


@require_safe
@in_network
def codelist(visit: Visit, codelist: str) -> HttpResponse:
    """The concepts of a list with their words in three languages."""
    words = lists.vocabulary()
    listed = words.lists.get(codelist)
    if listed is None:
        raise Http404
    if listed.below:
        return redirect("network_settings:codelist", network=visit.network.slug, codelist=listed.below)
    asked, retired = visit.GET.get("q", "")[:LONGEST_QUESTION].strip(), visit.GET.get("retired") == "1"
    found = branches(words, codelist, asked, retired=retired)
    may_add = may_add_concept(visit.standing, list_is_fixed=listed.fixed, code_is_free=True, parent_is_active=True)
    below = words.list_below(codelist)
    return show(
        visit,
        "codelist.html",
        listed=listed,
        below=words.lists.get(below),
        branches=found,
        deep=any(branch.children for branch in found) or bool(below),
        retired_count=sum(not e.is_active for code in (codelist, below) for e in words.by_list.get(code, ())),
        asked=asked,
        retired=retired,
        may_add=may_add,
    )


@require_safe
@in_network
def history(visit: Visit, codelist: str) -> HttpResponse:
    """Who changed what, the newest first."""
    listed = lists.codelist_named(codelist)
    page = page_of(lists.versions_of(listed), visit)
    changes = queries.changes_in(page.items, visit.network)
    return show(visit, "history.html", listed=listed, page=page, changes=changes)


@require_safe
@in_network
def export(visit: Visit, codelist: str, kind: str) -> HttpResponse:
    """The list as a file, retired concepts and all."""
    may_see_settings(visit.standing).require()
    words, answers = lists.vocabulary(), {"csv": csv_answer, "xlsx": xlsx_answer}
    if codelist not in words.lists or kind not in answers:
        raise Http404
    name = f"{codelist}-v{words.version_of(codelist)}"
    return cast(HttpResponse, answers[kind](name, COLUMNS, rows_of(words, codelist)))
