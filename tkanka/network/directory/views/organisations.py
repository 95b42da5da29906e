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
from tkanka.ground.kit.paging import Asked, page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.kept import kept_for_visitors
from tkanka.network.networks.parts import Place, part
from tkanka.network.networks.queries import member_count, rulebook_of
from tkanka.network.places.resolver import Found, Resolver
from tkanka.network.places.wording import explained
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.contacts import may_see_contact_base
from tkanka.rules.visibility import Audience, audiences_of

from .. import queries
from ..facets import Facets, read_facets
from ..forms.facets import FacetForm
from .book import FILES, MOST_IN_A_FILE, entries


@require_safe
@in_network
@kept_for_visitors
def organisations(visit: Visit) -> HttpResponseBase:
    """The directory, by facets; `?as=csv`, `xlsx`, `vcf` or `labels` gives the whole list as a file."""
    if visit.GET.get("place", "").strip():
        return to_area(visit)
    facets = facets_of(visit)
    if visit.GET.get("as") in {"csv", "xlsx", "vcf", "labels"}:
        return in_a_file(visit, facets)
    asked, contacts = Asked(visit.GET.urlencode()), bool(may_see_contact_base(visit.standing))
    facts = facets, asked, visit.path, audiences_of(visit.standing), contacts
    listing = part(visit, "directory/listing.html", told, *facts)
    return render(visit, "directory/organisations.html", {"listing": listing})


def told(
    place: Place, facets: Facets, asked: Asked, here: str, audiences: frozenset[Audience], contacts: bool
) -> dict[str, object]:
    """The list, the same for all who are of the same audiences."""
    network, day, words = place.network, place.day, vocabulary()
    rows = queries.listed(network, facets, day, words, audiences)
    counts = queries.counts_of(rows, network, facets, day, place.state)
    page = page_of(queries.ordered(rows, facets), asked, total=counts.total)
    return {
        "here": here,
        "page": page,
        "lines": queries.lines_of(page.items, rulebook_of(network, day), words, day),
        "facets": facets,
        "form": FacetForm(facets, counts, words, network),
        "chosen": chosen(facets, words),
        "by_name": replace(facets, sort="name").address,
        "by_day": replace(facets, sort="confirmed").address,
        "total": member_count(network, day),
        "may_see_contacts": contacts,
    }


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


def in_a_file(visit: Visit, facets: Facets) -> HttpResponseBase:
    words = vocabulary()
    rows = queries.listed(visit.network, facets, visit.today, words, audiences_of(visit.standing))
    as_table = visit.GET["as"] in {"csv", "xlsx"}
    return as_file(visit, facets, words, rows) if as_table else as_contacts(visit, facets, rows)


def as_file(visit: Visit, facets: Facets, words: Vocabulary, rows: queries.Rows) -> HttpResponseBase:
    lines = queries.lines_of(queries.ordered(rows, facets)[:MOST_IN_A_FILE], visit.frame.book, words, visit.today)
    columns = [_("Nazwa"), _("Rodzaj"), _("Miejscowość"), _("Województwo"), _("Co robi"), _("Języki"), _("Status"),
               _("Od"), _("Dane sprawdzone"), _("Adres strony")]  # fmt: skip
    answer = xlsx_answer if visit.GET["as"] == "xlsx" else csv_answer
    name = f"{visit.network.slug}-organisations-{visit.today:%Y-%m-%d}"
    return answer(name, columns, file_rows(visit, lines))


def as_contacts(visit: Visit, facets: Facets, rows: queries.Rows) -> HttpResponseBase:
    """The contacts of the organisations listed, as vCards or labels: for those who may see the contact base."""
    may_see_contact_base(visit.standing).require()
    return FILES[visit.GET["as"]](visit, entries(visit, queries.ordered(rows, facets)[:MOST_IN_A_FILE]))


def file_rows(visit: Visit, lines: list[queries.Line]) -> Iterator[tuple[object, ...]]:
    for line in lines:
        page = reverse("directory:organisation", args=[visit.network.slug, line.key])
        yield (
            line.name, line.kind_label, line.town, line.region, line.does, line.languages,
            line.status_label or _("członek"), line.since,
            line.confirmed_at.date() if line.confirmed_at else None, visit.build_absolute_uri(page),
        )  # fmt: skip
