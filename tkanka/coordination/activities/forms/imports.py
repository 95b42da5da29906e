"""Bringing a file, saying what its columns are, and what unclear names mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tkanka.network.networks.models import Organisation
from tkanka.network.places.queries import schemes

from ..models import ImportRun
from ..sheets.fields import FIELDS
from ..sheets.opening import Opened, opened
from ..sheets.parties import NEW
from ..sheets.problems import FileProblem
from ..sheets.reasons import column_name, file_sentence
from ..sheets.running import missing_columns

MOST_COLUMNS = 80
KINDS = {
    "organisation": _("Czy to ta organizacja?"),
    "area": _("O które miejsce chodzi?"),
    "service": _("O którą usługę lub obszar chodzi?"),
    "group": _("O którą grupę chodzi?"),
    "dates": _("Daty takie jak 05/06/2026: co jest najpierw?"),
}
ORDERS = (("dmy", _("dzień (5 czerwca)")), ("mdy", _("miesiąc (6 maja)")))


class UploadForm(forms.Form):
    """The file. Once valid, `content` and `table` are what it holds."""

    file = forms.FileField(
        label=_("Plik"),
        help_text=_("XLSX, ODS albo CSV, także z wierszem znaczników HXL."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.tsv,.txt"}),
        error_messages={"empty": _("Ten plik jest pusty.")},
    )
    content: bytes
    table: Opened

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        try:
            if file.size > settings.MAX_UPLOAD_BYTES:
                raise FileProblem("too_big", size=file.size, most=settings.MAX_UPLOAD_BYTES)
            self.content = file.read()
            self.table = opened(self.content, file.name)
        except FileProblem as problem:
            raise forms.ValidationError(file_sentence(problem.code, problem.facts)) from problem
        return file


class ColumnsForm(forms.Form):
    """What each column is, and whose file it is where it does not say."""

    organisation = forms.ChoiceField(label=_("Czyje działania"), required=False)
    scheme = forms.ChoiceField(label=_("Jednostki, w których podano miejsca"), required=False)
    language = forms.ChoiceField(label=_("Język nazw i opisów"), choices=settings.LANGUAGES, required=False)
    register = forms.BooleanField(
        label=_("Zapisz nieznane organizacje jako partnerów sieci"),
        required=False,
        help_text=_("Bez tego wiersze organizacji, których nie ma w sieci, zostaną odrzucone."),
    )

    def __init__(
        self,
        data: QueryDict | None,
        run: ImportRun,
        *,
        organisations: Iterable[Organisation],
        keeps: bool,
        may_register: bool,
    ):
        super().__init__(data, initial=_initial(run))
        self.run, self.many = run, list(organisations)
        offered: Any = self.fields["organisation"]
        offered.choices = [("", _("mówi o tym kolumna „Organizacja”")), *((str(o.pk), o.name) for o in self.many)]
        self.own = None if keeps or len(self.many) != 1 else self.many[0]
        if not self.many or self.own:
            del self.fields["organisation"]
        scheme: Any = self.fields["scheme"]
        scheme.choices = schemes()
        if len(scheme.choices) < 2:
            del self.fields["scheme"]
        if not may_register:
            del self.fields["register"]
        choices = [("", _("pomiń")), *((field.code, field.name) for field in FIELDS)]
        for place, heading in enumerate(run.headers[:MOST_COLUMNS]):
            label = heading or _("kolumna %(n)s") % {"n": place + 1}
            self.fields[f"c{place}"] = forms.ChoiceField(label=label, choices=choices, required=False)

    @property
    def columns(self) -> list[Any]:
        """The fields of the columns."""
        return [self[name] for name in self.fields if name[0] == "c" and name[1:].isdigit()]

    @property
    def others(self) -> list[Any]:
        """The fields that are not columns."""
        return [self[name] for name in self.fields if not (name[0] == "c" and name[1:].isdigit())]

    @property
    def chosen(self) -> Organisation | None:
        """The organisation the whole file is of."""
        key = self.cleaned_data.get("organisation")
        return next((one for one in self.many if str(one.pk) == key), self.own)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        found: dict[str, int] = {}
        for place in range(len(self.run.headers[:MOST_COLUMNS])):
            field = told.get(f"c{place}")
            if field and field in found:
                self.add_error(f"c{place}", _("Ta sama kolumna wybrana dwa razy."))
            elif field:
                found[field] = place
        has_party = bool(self.own or told.get("organisation"))
        if missing := missing_columns(found, has_party=has_party):
            names = ", ".join(column_name(field) for field in missing)
            self.add_error(None, _("Wskaż jeszcze kolumny: %(names)s.") % {"names": names})
        told["columns"] = found
        return told


def _initial(run: ImportRun) -> dict[str, Any]:
    return {
        "scheme": run.scheme,
        "language": run.language,
        "organisation": str(run.organisation_id or ""),
        "register": bool(run.options.get("register")),
        **{f"c{place}": field for field, place in run.columns.items()},
    }


class AnswersForm(forms.Form):
    """One field a question. `answers()` is what was said, by the key the reading looks it up by."""

    def __init__(self, data: QueryDict | None, run: ImportRun):
        super().__init__(data)
        self.run = run
        for place, one in enumerate(run.questions):
            self.fields[f"q{place}"] = _question(one, register=bool(run.options.get("register")))

    def answers(self) -> dict[str, str]:
        given = ((one, self.cleaned_data.get(f"q{place}")) for place, one in enumerate(self.run.questions))
        return {f"{one['kind']}:{one['text']}": said for one, said in given if said and one["kind"] != "dates"}

    def dates(self) -> str:
        """How days are written, where that was asked and answered."""
        given = ((one, self.cleaned_data.get(f"q{place}")) for place, one in enumerate(self.run.questions))
        return next((said for one, said in given if said and one["kind"] == "dates"), "")


def _question(one: dict[str, Any], *, register: bool) -> forms.ChoiceField:
    choices: list[tuple[str, Any]] = [tuple(pair) for pair in one["choices"]]
    if one["kind"] == "dates":
        choices = list(ORDERS)
    if one["kind"] == "organisation" and register:
        choices.append((NEW, _("to inna, nowa organizacja")))
    question = KINDS.get(one["kind"], _("Co to znaczy?"))
    label = f"„{one['text']}”: {question}" if one["text"] else question
    return forms.ChoiceField(label=label, choices=[("", _("jeszcze nie wiem")), *choices], required=False)
