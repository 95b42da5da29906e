"""The contact base of a network, and contacts as files: of exactly what the reader may see."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tkanka.ground.kit.downloads import csv_answer, guarded, xlsx_answer
from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.contacts import may_see_contact_base

from .. import queries
from ..facets import Facets, read_facets
from ..forms.book import BaseFilter
from ..labels import labelled, sheets
from ..vcards import TYPE, vcards_of
from .showing import show

MOST_IN_A_FILE = 20_000


@require_safe
@in_network
def contact_base(visit: Visit) -> HttpResponseBase:
    """Organisations with their contacts, by facets; `?as=csv`, `xlsx`, `vcf` or `labels` gives them all as a file."""
    may_see_contact_base(visit.standing).require()
    facets, words = read_facets(visit.GET.dict()), vocabulary()
    rows = queries.based(visit.network, facets, visit.today, visit.frame.book, words, visit.standing)
    if write := FILES.get(visit.GET.get("as", "")):
        return write(visit, entries(visit, rows[:MOST_IN_A_FILE]))
    page = page_of(rows, visit)
    return show(
        visit,
        "base.html",
        page=page,
        entries=entries(visit, page.items),
        facets=facets,
        chosen=chosen(facets, words),
        form=BaseFilter(facets, words),
    )


def chosen(facets: Facets, words: Vocabulary) -> list[tuple[str, str]]:
    return [
        (queries.said(name, getattr(facets, name), words), f"?{facets.without(name).address}") for name in facets.chosen
    ]


def entries(visit: Visit, rows: Any) -> list[queries.Entry]:
    return queries.entries_of(rows, visit.frame.book, visit.today, visit.standing)


@require_safe
@in_network
def organisation_vcard(visit: Visit, key: UUID) -> HttpResponse:
    """One organisation and its people as vCards."""
    membership = queries.membership_in(visit.network, key, visit.today)
    return as_vcards(visit, entries(visit, [membership]), name=f"{visit.network.slug}-{key}")


def file_name(visit: Visit) -> str:
    return f"{visit.network.slug}-contacts-{visit.today:%Y-%m-%d}"


def columns() -> list[str]:
    return [
        _("Organizacja"), _("E-mail organizacji"), _("Telefon organizacji"), _("Strona internetowa"),
        _("Ulica i numer"), _("Kod pocztowy"), _("Miejscowość"), _("Województwo"),
        _("Osoba"), _("Czym się zajmuje"), _("E-mail"), _("Telefon"), _("W jakich sprawach"),
    ]  # fmt: skip


def file_rows(found: list[queries.Entry]) -> Iterator[tuple[object, ...]]:
    """A row a person; an organisation without people has one of its own."""
    for entry in found:
        party, reached = entry.membership.organisation, entry.reached
        region = party.seat.admin1.label if party.seat and party.seat.admin1 else ""
        shared = (
            party.name, reached.email.value, reached.phone.value, reached.website.value, reached.street.value,
            reached.postcode.value, reached.town, region,
        )  # fmt: skip
        for card in entry.cards:
            said = (card.name, card.post, card.email, card.phone, card.topics)
            yield (*shared, *(field.value for field in said))
        if not entry.cards:
            yield (*shared, "", "", "", "", "")


def as_csv(visit: Visit, found: list[queries.Entry]) -> HttpResponseBase:
    return csv_answer(file_name(visit), columns(), file_rows(found))


def as_xlsx(visit: Visit, found: list[queries.Entry]) -> HttpResponseBase:
    return xlsx_answer(file_name(visit), columns(), file_rows(found))


def as_vcards(visit: Visit, found: list[queries.Entry], name: str = "") -> HttpResponse:
    text = "".join(vcards_of(found, _("Osoba do kontaktu")))
    answer: HttpResponse = guarded(HttpResponse(text, content_type=TYPE), f"{name or file_name(visit)}.vcf")
    return answer


def as_labels(visit: Visit, found: list[queries.Entry]) -> HttpResponse:
    """Sheets of labels; without a single whole address back to the list."""
    labels = labelled(found)
    if not labels:
        messages.warning(visit, _("Żadna z tych organizacji nie pokazuje całego adresu, więc nie ma czego drukować."))
        asked = visit.GET.copy()
        asked.pop("as", None)
        return redirect(f"{visit.path}?{asked.urlencode()}")
    pdf = sheets(labels, _("Etykiety adresowe: %(network)s") % {"network": visit.network.short_name})
    answer: HttpResponse = guarded(
        HttpResponse(pdf, content_type="application/pdf"), f"{visit.network.slug}-labels-{visit.today:%Y-%m-%d}.pdf"
    )
    return answer


FILES: dict[str, Callable[[Visit, list[queries.Entry]], HttpResponseBase]] = {
    "csv": as_csv,
    "xlsx": as_xlsx,
    "vcf": as_vcards,
    "labels": as_labels,
}
