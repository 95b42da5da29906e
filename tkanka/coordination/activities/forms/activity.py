"""One activity on one page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tkanka.network.networks.models import Organisation
from tkanka.network.vocabulary.entries import Node, Vocabulary
from tkanka.rules.activities import ActivityState, Precision, Stated, faults_of

from ..facts import Facts, Spot
from ..pickers import QuickSelect, service_groups
from ..wording import FAULTS, HORIZONS, INTAKE, PRECISIONS, STATUSES, UNITS
from .areas import AreaLine, blank_lines, typed_areas

LONGEST_TEXT = 5_000
LISTS = {"groups": "target_groups", "languages": "languages", "legal_statuses": "legal_statuses"}
NAMED = {"recipient_kind": "recipient_kinds", "channel": "channels", "cost": "costs"}
PLAIN = ("title", "description", "starts", "ends", "funding_ends", "horizon", "capacity", "capacity_unit", "intake")
SAID = (*PLAIN, "cost", "channel", "recipient_kind", "remote", "contact", "email", "phone", "website", "language")

ALL_MEANT = _("Bez zaznaczenia: dla wszystkich.")
IN_ALL = _("Łącznie we wszystkich miejscach. Puste: nie wiadomo.")
KEPT = _("Dokładniejsze dane zostają u Was i w sekretariacie.")
ROOM = forms.Textarea(attrs={"rows": 4})


def _day(label: str | Any, **more: Any) -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, input_formats=["%Y-%m-%d", "%d.%m.%Y"], **more)


class ActivityForm(forms.Form):
    """What somebody says of an activity. `facts()` is what was said, once the form is valid."""

    organisation = forms.ChoiceField(label=_("Organizacja"))
    title = forms.CharField(label=_("Nazwa działania"), max_length=200, help_text=_("Na przykład: Poradnia prawna."))
    service = forms.CharField(label=_("Co robicie"))
    groups = forms.MultipleChoiceField(
        label=_("Dla kogo"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Bez zaznaczenia: dla wszystkich."),
    )
    areas = forms.CharField(label=_("Gdzie"), required=False)
    remote = forms.BooleanField(label=_("Także zdalnie lub telefonicznie"), required=False)
    starts = _day(_("Od kiedy"))
    ends = _day(_("Do kiedy"), required=False, help_text=_("Puste: bez daty końca."))
    status = forms.ChoiceField(label=_("Stan"), widget=forms.RadioSelect)
    intake = forms.ChoiceField(label=_("Czy przyjmujecie"))
    capacity = forms.IntegerField(label=_("Ile możecie"), required=False, help_text=IN_ALL)
    capacity_unit = forms.ChoiceField(label=_("Czego"))
    description = forms.CharField(
        label=_("Opis"), required=False, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 4})
    )
    language = forms.ChoiceField(label=_("Język opisu"), choices=settings.LANGUAGES)
    recipient_kind = forms.ChoiceField(label=_("Odbiorcy"))
    channel = forms.ChoiceField(label=_("W jaki sposób"))
    cost = forms.ChoiceField(label=_("Odpłatność"))
    languages = forms.MultipleChoiceField(
        label=_("W jakich językach"), required=False, widget=forms.CheckboxSelectMultiple
    )
    legal_statuses = forms.MultipleChoiceField(
        label=_("Status pobytowy odbiorców"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Bez zaznaczenia: bez względu na status."),
    )
    funding_ends = _day(_("Finansowanie do"), required=False)
    horizon = forms.ChoiceField(label=_("Perspektywa"), required=False)
    precision = forms.ChoiceField(label=_("Jak dokładnie publikować miejsce"), help_text=KEPT)
    contact = forms.CharField(label=_("Kontakt: kto lub gdzie"), required=False, max_length=200)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Telefon"), required=False, max_length=40)
    website = forms.URLField(label=_("Strona"), required=False, assume_scheme="https")

    def __init__(
        self,
        data: QueryDict | None,
        *,
        words: Vocabulary,
        today: date,
        organisations: Iterable[Organisation] = (),
        before: Facts | None = None,
        initial: Mapping[str, Any] | None = None,
        lines: list[AreaLine] | None = None,
    ):
        told = {**(_initial(before, words) if before else {}), **(initial or {})}
        super().__init__(data, initial=told)
        self.words, self.today, self.before = words, today, before
        self.organisations = list(organisations)
        self._offer(self.organisations)
        self.lines = typed_areas(data) if data is not None else list(lines or [])
        asked_for_more = data is not None and "more" in data
        self.area_lines = [*self.lines, *blank_lines(len(self.lines), asked_for_more)]

    def _offer(self, organisations: list[Organisation]) -> None:
        kept = self.before
        for field, codelist in LISTS.items():
            keep = {s.group for s in kept.spots if s.group} if kept and field == "groups" else getattr(kept, field, ())
            self._choices(field, self.words.choices(codelist, keep=keep))
        for field, codelist in NAMED.items():
            self._choices(field, [(e.code, e.label) for e in self.words.active(codelist)])
        for field, names in (
            ("status", STATUSES),
            ("intake", INTAKE),
            ("capacity_unit", UNITS),
            ("precision", PRECISIONS),
        ):
            self._choices(field, list(names.items()))
        self._choices("horizon", [("", _("nie podajemy")), *HORIZONS.items()])
        self._choices("organisation", [(str(o.pk), o.name) for o in organisations])
        self.fields["service"].widget = QuickSelect(service_groups(self.words), str(_("wybierz")))
        if len(organisations) < 2:
            self.fields["organisation"].widget = forms.HiddenInput()
            self.fields["organisation"].required = bool(organisations)
            self.fields["organisation"].initial = str(organisations[0].pk) if organisations else ""

    def _choices(self, field: str, choices: Any) -> None:
        offered: Any = self.fields[field]
        offered.choices = choices

    @property
    def meanings(self) -> list[Node]:
        """What may be chosen as a service, with what each sector and service means."""
        return [node for codelist in ("sectors", "support_services") for node in self.words.tree(codelist)]

    def clean_service(self) -> UUID:
        code = self.cleaned_data["service"]
        for codelist in ("services", "support_services", "sectors"):
            if (entry := self.words.by_code.get((codelist, code))) and entry.is_active:
                return entry.id
        raise forms.ValidationError(_("Wybierz usługę z listy."))

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        for line in self.lines:
            if line.error:
                self.add_error("areas", line.error)
        if not self.lines:
            self.add_error("areas", _("Podaj przynajmniej jedno miejsce. Może być „Polska”."))
        if "status" in told:
            days: dict[str, Any] = {day: told.get(day) for day in ("starts", "ends", "funding_ends")}
            said = Stated(ActivityState(told["status"]), capacity=told.get("capacity"), **days)
            for fault in faults_of(said, self.today):
                self.add_error(fault.field, str(FAULTS[fault.code]))
        return told

    def facts(self) -> Facts:
        told = self.cleaned_data
        entry = self.words.entries[told["service"]]
        named = entry.codelist == "services" or entry.parent is not None or entry.codelist == "support_services"
        said: dict[str, Any] = {field: told[field] for field in SAID}
        return Facts(
            **said,
            service=entry.id if named else None,
            sector=entry.parent or entry.id,
            status=ActivityState(told["status"]),
            precision=Precision(told["precision"]),
            languages=frozenset(map(UUID, told["languages"])),
            legal_statuses=frozenset(map(UUID, told["legal_statuses"])),
            spots=tuple(self._spots([UUID(key) for key in told["groups"]])),
        )

    def _spots(self, groups: Sequence[UUID | None]) -> Iterable[Spot]:
        """Every area for every group; numbers that were known of a pair stay with it."""
        known = {(s.unit.pk, s.group): s for s in self.before.spots} if self.before else {}
        units = {line.unit.pk: line.unit for line in self.lines if line.unit}
        for unit in units.values():
            for group in groups or [None]:
                yield known.get((unit.pk, group)) or Spot(unit, group)


def _initial(said: Facts, words: Vocabulary) -> dict[str, Any]:
    told: dict[str, Any] = {field: getattr(said, field) for field in SAID}
    what = said.service or said.sector
    return told | {
        "service": words.entries[what].code if what and what in words.entries else "",
        "status": str(said.status),
        "precision": str(said.precision),
        "groups": [str(group) for group in dict.fromkeys(s.group for s in said.spots) if group],
        "languages": [str(key) for key in said.languages],
        "legal_statuses": [str(key) for key in said.legal_statuses],
    }
