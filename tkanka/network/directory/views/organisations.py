"""The list of organisations: facets in the address, files of what is shown."""

from collections.abc import Iterator
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tkanka.ground.kit.downloads import csv_answer, xlsx_answer
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_visitors
from tkanka.network.places.resolver import Found, Resolver
from tkanka.network.places.wording import explained
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.contacts import may_see_contact_base
from tkanka.rules.visibility import audiences_of

from .. import queries
from ..facets import Facets, read_facets
from ..forms.facets import FacetForm
from .book import FILES, MOST_IN_A_FILE, entries
from .showing import permit


@require_safe
@in_network
@kept_for_visitors
def organisations(visit: Visit) -> HttpResponseBase:
    """The directory, by facets; `?as=csv`, `xlsx`, `vcf` or `labels` gives the whole list as a file."""
    if visit.GET.get("place", "").strip():
        return to_area(visit)
    facets, words = facets_of(visit), vocabulary()
    rows = queries.listed(visit.network, facets, visit.today, words, audiences_of(visit.standing))
    if visit.GET.get("as") in {"csv", "xlsx"}:
        return as_file(visit, facets, words, rows)
    if visit.GET.get("as") in {"vcf", "labels"}:
        return as_contacts(visit, facets, rows)
    counts = queries.counts_of(rows, visit.network, facets, visit.today)
    page = page_of(queries.ordered(rows, facets), visit)
    lines = queries.lines_of(page.items, visit.frame.book, words, visit.today)
    context = {
        "page": page,
        "lines": lines,
        "facets": facets,
        "form": FacetForm(facets, counts, words, visit.network),
        "chosen": chosen(facets, words),
        "by_name": replace(facets, sort="name").address,
        "by_day": replace(facets, sort="confirmed").address,
        "total": visit.frame.member_count,
        "may_see_contacts": may_see_contact_base(visit.standing),
    }
    return render(visit, "directory/organisations.html", context)


def facets_of(visit: Visit) -> Facets:
    """A code of the services below organisations may stand in the one field of services."""
    return read_facets(visit.GET.dict())


def to_area(visit: Visit) -> HttpResponse:
    """A place in words becomes a unit in the address; what is not clear is asked back."""
    asked = visit.GET.copy()
    outcome = Resolver().resolve(asked.pop("place")[0][:100].replace("\x00", ""))
    if isinstance(outcome, Found):
        asked["area"] = outcome.unit.code
    else:
        messages.warning(visit, explained(outcome))
    return redirect(f"{reverse('directory:organisations', args=[visit.network.slug])}?{asked.urlencode()}")


def chosen(facets: Facets, words: Vocabulary) -> list[tuple[str, str]]:
    """What is asked, in words, each with the address of the list without it."""
    found = []
    for name in facets.chosen:
        value = getattr(facets, name)
        found.append((queries.said(name, value, words), f"?{facets.without(name).address}"))
    return found


def as_file(visit: Visit, facets: Facets, words: Vocabulary, rows: queries.Rows) -> HttpResponseBase:
    lines = queries.lines_of(queries.ordered(rows, facets)[:MOST_IN_A_FILE], visit.frame.book, words, visit.today)
    columns = [_("Nazwa"), _("Rodzaj"), _("Miejscowość"), _("Województwo"), _("Co robi"), _("Języki"), _("Status"),
               _("Od"), _("Dane sprawdzone"), _("Adres strony")]  # fmt: skip
    answer = xlsx_answer if visit.GET["as"] == "xlsx" else csv_answer
    name = f"{visit.network.slug}-organisations-{visit.today:%Y-%m-%d}"
    return answer(name, columns, file_rows(visit, lines))


def as_contacts(visit: Visit, facets: Facets, rows: queries.Rows) -> HttpResponseBase:
    """The contacts of the organisations listed, as vCards or labels: for those who may see the contact base."""
    permit(may_see_contact_base(visit.standing))
    return FILES[visit.GET["as"]](visit, entries(visit, queries.ordered(rows, facets)[:MOST_IN_A_FILE]))


def file_rows(visit: Visit, lines: list[queries.Line]) -> Iterator[tuple[object, ...]]:
    for line in lines:
        page = reverse("directory:organisation", args=[visit.network.slug, line.key])
        yield (
            line.name, line.kind_label, line.town, line.region, line.does, line.languages,
            line.status_label or _("członek"), line.since,
            line.confirmed_at.date() if line.confirmed_at else None, visit.build_absolute_uri(page),
        )  # fmt: skip
