"""The charter of a network: its paragraphs, its terms, and what holds where it is silent."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tkanka.ground.kit.downloads import csv_answer, guarded
from tkanka.rules.rulebook import Exclusion, Rulebook, read_rulebook

from ..doors import Visit, in_network
from ..forms import CharterQuestion, TermsFilter
from ..kept import kept_for_visitors
from ..models import CharterVersion
from ..queries import paragraphs_of, versions_of
from ..reading import TermShown, chapters_in, defaults_shown, sections_of, sought, terms_shown


@dataclass(frozen=True)
class Asked:
    """The version a page is about. `current` is the one in force today; `until` the day the next one begins."""

    form: CharterQuestion
    versions: list[CharterVersion]
    version: CharterVersion
    current: CharterVersion | None
    until: date | None
    book: Rulebook
    day: date

    @property
    def is_current(self) -> bool:
        return self.version == self.current

    @property
    def is_ahead(self) -> bool:
        return self.version.in_force_from > self.day

    @property
    def binding(self) -> bool:
        return self.version.binding and self.book.binding

    @property
    def question(self) -> str:
        """What to add to addresses that speak of the same version."""
        return "" if self.is_current else f"?version={self.version.number}"


@require_safe
@in_network
@kept_for_visitors
def charter(visit: Visit) -> HttpResponse:
    """Every paragraph of a version, with the terms that rest on it."""
    asked = _asked(visit)
    if asked is None:
        return render(visit, "networks/no_charter.html", {"here": "networks:charter"})
    sections, astray = sections_of(paragraphs_of(asked.version), asked.book)
    context = {"asked": asked, "sections": sections, "astray": astray, "here": "networks:charter"}
    return render(visit, "networks/charter.html", context)


@require_safe
@in_network
@kept_for_visitors
def terms(visit: Visit) -> HttpResponse:
    """Every term of a version as one list."""
    asked = _asked_or_404(visit)
    every = terms_shown(asked.book)
    form, found = _filtered(visit, every)
    context = {"asked": asked, "form": form, "terms": found, "every": len(every), "here": "networks:charter"}
    return render(visit, "networks/terms.html", context | {"question": visit.GET.urlencode()})


@require_safe
@in_network
@kept_for_visitors
def defaults(visit: Visit) -> HttpResponse:
    """What the platform does where the charter in force is silent, and why."""
    asked = _asked_or_404(visit)
    chapters = defaults_shown(asked.book, day_is_inferred=asked.version.day_is_inferred)
    total = sum(len(held) for held in chapters.values())
    context = {"asked": asked, "chapters": chapters, "total": total, "here": "networks:charter"}
    return render(visit, "networks/defaults.html", context)


@require_safe
@in_network
def terms_csv(visit: Visit) -> StreamingHttpResponse:
    _form, found = _filtered(visit, terms_shown(_asked_or_404(visit).book))
    columns = [_("Rozdział"), _("Ustalenie"), _("Treść"), _("Podstawa"), "path"]
    return csv_answer(
        f"{visit.network.slug}-charter", columns, ((t.chapter, t.name, t.said, t.cite, t.path) for t in found)
    )


@require_safe
@in_network
def terms_json(visit: Visit) -> HttpResponse:
    asked = _asked_or_404(visit)
    _form, found = _filtered(visit, terms_shown(asked.book))
    told = {
        "network": visit.network.slug,
        "version": asked.version.number,
        "in_force_from": asked.version.in_force_from,
        "day_is_inferred": asked.version.day_is_inferred,
        "binding": asked.binding,
        "terms": [_as_json(term) for term in found],
    }
    text = json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
    answer: HttpResponse = guarded(HttpResponse(text, content_type="application/json"), f"{visit.network.slug}.json")
    return answer


@require_safe
@in_network
def rulebook(visit: Visit) -> HttpResponse:
    """The terms of a version in the form in which they are entered."""
    asked = _asked_or_404(visit)
    content = HttpResponse(asked.version.rulebook, content_type="application/toml; charset=utf-8")
    answer: HttpResponse = guarded(content, f"{visit.network.slug}-{asked.version.number}.toml")
    return answer


def _as_json(term: TermShown) -> dict[str, Any]:
    return {"path": term.path, "name": term.name, "value": _plain(term.value), "words": term.words, "cite": term.cite}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return asdict(value) if isinstance(value, Exclusion) else value


def _filtered(visit: Visit, every: list[TermShown]) -> tuple[TermsFilter, list[TermShown]]:
    form = TermsFilter(visit.GET, chapters=chapters_in(every))
    form.is_valid()
    wanted = form.cleaned_data
    return form, sought(every, wanted.get("q", ""), wanted.get("chapter", ""))


def _asked(visit: Visit) -> Asked | None:
    """The version asked for; None where the network has no charter yet. What is no day or number asks for today's."""
    form = CharterQuestion(visit.GET)
    form.is_valid()
    number, day = form.cleaned_data.get("version"), form.cleaned_data.get("on") or visit.today
    versions = versions_of(visit.network)
    current = _in_force(versions, visit.today)
    found = next((v for v in versions if v.number == number), None) if number else _in_force(versions, day)
    if number and found is None:
        raise Http404
    if form.cleaned_data.get("on") and found is None and versions:
        form.add_error("on", _("Tego dnia sieć nie miała jeszcze zasad."))
    found = found or current or (versions[-1] if versions else None)
    if found is None:
        return None
    later = [v.in_force_from for v in versions if v.number > found.number]
    return Asked(form, versions, found, current, min(later, default=None), read_rulebook(found.rulebook), visit.today)


def _in_force(versions: list[CharterVersion], day: date) -> CharterVersion | None:
    begun = [v for v in versions if v.in_force_from <= day]
    return max(begun, key=lambda v: (v.in_force_from, v.number), default=None)


def _asked_or_404(visit: Visit) -> Asked:
    asked = _asked(visit)
    if asked is None:
        raise Http404
    return asked
