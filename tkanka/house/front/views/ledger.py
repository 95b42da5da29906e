"""The ledger of a network: everything that was done in it, by whom and on what ground."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tkanka.ground.kit.downloads import csv_answer, guarded
from tkanka.ground.kit.paging import page_of
from tkanka.ground.ledger.models import Record
from tkanka.ground.ledger.queries import records_in, verbs_in
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import Line, lines_of, names_in
from tkanka.network.people.queries import person_by_key
from tkanka.rules.outbox import may_read_ledger

from ..forms import LedgerFilter
from ..unseen import unseen_circles

CHUNK = 500


@require_safe
@in_network
def ledger(visit: Visit) -> HttpResponse:
    """The records, the newest first, by pages."""
    form, records = _sought(visit)
    page = page_of(records, visit, per=50)
    chosen = form.cleaned_data.get("person")
    context = {
        "form": form,
        "page": page,
        "lines": lines_of(page.items),
        "person": person_by_key(chosen) if chosen else None,
        "filtered": any(form.cleaned_data.values()) or bool(form.errors),
        "question": visit.GET.urlencode(),
    }
    return render(visit, "front/ledger.html", context)


@require_safe
@in_network
def ledger_csv(visit: Visit) -> StreamingHttpResponse:
    _form, records = _sought(visit)
    columns = [
        _("Numer"),
        _("Kiedy"),
        _("Co zrobiono"),
        _("Kto"),
        _("W imieniu"),
        _("Czego dotyczy"),
        _("Podstawa"),
        "verb",
        "subject",
    ]
    rows = (
        (
            x.number,
            x.at,
            x.sentence,
            x.who or x.system,
            x.behalf,
            ", ".join(x.about),
            ", ".join(x.cites),
            x.verb,
            x.subject,
        )
        for x in _every(records)
    )
    return csv_answer(f"{visit.network.slug}-ledger", columns, rows)


@require_safe
@in_network
def ledger_json(visit: Visit) -> StreamingHttpResponse:
    _form, records = _sought(visit)
    lines = StreamingHttpResponse(_array(_every(records)), content_type="application/json")
    answer: StreamingHttpResponse = guarded(lines, f"{visit.network.slug}-ledger.json")
    return answer


def _sought(visit: Visit) -> tuple[LedgerFilter, QuerySet[Record]]:
    """The records that are asked for; raises Refused for whoever keeps no office. What is no filter is left out."""
    ruling = may_read_ledger(visit.standing)
    ruling.require()
    unseen = unseen_circles(visit)
    form = LedgerFilter(visit.GET, verbs=verbs_in(visit.network.pk, without=unseen))
    form.is_valid()
    wanted = form.cleaned_data
    until: date | None = wanted.get("until")
    found = records_in(
        visit.network.pk,
        verb=wanted.get("verb", ""),
        person=wanted.get("person"),
        thing=wanted.get("thing", ""),
        since=_beginning(wanted.get("since")),
        before=_beginning(until + timedelta(days=1)) if until and until < date.max else None,
        without=unseen,
    )
    return form, found


def _beginning(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


def _every(records: QuerySet[Record]) -> Iterator[Line]:
    """All of them, as they come out of the database."""
    names = names_in(records)
    for record in records.iterator(CHUNK):
        yield from lines_of([record], names)


def _array(lines: Iterator[Line]) -> Iterator[str]:
    opening = "["
    for line in lines:
        yield opening + json.dumps(_told(line), ensure_ascii=False)
        opening = ",\n"
    yield "]" if opening != "[" else "[]"


def _told(line: Line) -> dict[str, Any]:
    return {
        "number": line.number,
        "at": line.at.isoformat(),
        "verb": line.verb,
        "sentence": line.sentence,
        "who": line.who,
        "system": line.system,
        "on_behalf_of": line.behalf,
        "about": list(line.about),
        "subject": line.subject,
        "cites": list(line.cites),
    }
