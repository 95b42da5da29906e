"""Preparing a meeting or a series: what kind, when, where, for whom, in which languages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.folding import Folded
from tkanka.ground.kit.wording import label
from tkanka.network.places.queries import unit_at, units_of
from tkanka.rules.meetings import Frequency, MeetingAudience, MeetingForm, MeetingKind, audience_for

from ..tongues import TONGUES
from ..wording import WEEKDAYS

LONGEST = 10_000
ZONES = ("Europe/Warsaw", "Europe/Kyiv", "Europe/London", "Europe/Berlin", "UTC")


class DayField(forms.DateField):
    def __init__(self, **more: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class HourField(forms.TimeField):
    def __init__(self, **more: Any) -> None:
        super().__init__(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **more)


def text(rows: int, **more: Any) -> forms.CharField:
    return forms.CharField(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **more)


def choices_of(members: Any) -> list[tuple[str, str]]:
    return [(member.value, label(member)) for member in members]


class PlanForm(Folded):
    """What a meeting and a series have in common."""

    FOLDS = (
        (_("Tematy"), ("themes",)),
        (_("Gospodarze i prowadzenie"), ("host", "cohosts", "chair", "decision")),
        (_("Języki, tłumaczenie i dostępność"), ("languages", "interpretation", "interpretation_booked", "access")),
        (_("Liczba miejsc i zapisy"), ("capacity", "per_organisation", "registration_until", "answer_hours")),
        (_("Powiat i strefa czasowa"), ("area", "timezone")),
    )

    title = forms.CharField(label=_("Nazwa"), max_length=200)
    kind = forms.ChoiceField(label=_("Rodzaj spotkania"))
    body = forms.ChoiceField(label=_("Ciało albo grupa"), required=False)
    audience = forms.ChoiceField(
        label=_("Dla kogo"), required=False,
        choices=lambda: [("", _("jak zwykle przy takim spotkaniu")), *choices_of(MeetingAudience)],
    )  # fmt: skip
    open_to_members = forms.BooleanField(
        label=_("Otwarte też dla wszystkich organizacji członkowskich"), required=False
    )
    about = text(5, label=_("O czym będzie"), required=False)
    form = forms.ChoiceField(label=_("Forma"), choices=lambda: choices_of(MeetingForm))
    place = forms.CharField(label=_("Miejsce i adres"), max_length=300, required=False)
    area = forms.ChoiceField(label=_("Powiat"), required=False)
    join_link = forms.URLField(
        label=_("Adres spotkania online"), required=False, max_length=500, assume_scheme="https",
        help_text=_("Zobaczą go tylko osoby zapisane i organizujące."),
    )  # fmt: skip
    timezone = forms.ChoiceField(label=_("Strefa czasowa"), initial=ZONES[0], choices=[(z, z) for z in ZONES])
    languages = forms.MultipleChoiceField(
        label=_("W jakich językach"), choices=TONGUES, required=False, widget=forms.CheckboxSelectMultiple
    )
    interpretation = forms.MultipleChoiceField(
        label=_("Tłumaczenie symultaniczne na"), choices=TONGUES, required=False, widget=forms.CheckboxSelectMultiple
    )
    capacity = forms.IntegerField(
        label=_("Liczba miejsc"), required=False, min_value=1, max_value=20_000, help_text=_("Puste: bez ograniczeń.")
    )
    per_organisation = forms.IntegerField(
        label=_("Najwięcej osób z jednej organizacji"), required=False, min_value=1, max_value=1000
    )

    def __init__(self, *args: Any, kinds: tuple[MeetingKind, ...], bodies: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = {str(body.pk): body for body in bodies}
        self._offer("kind", choices_of(kinds))
        self._offer("body", [("", "—"), *((key, body.name) for key, body in self.bodies.items())])
        if self.is_bound or "area" in self.fields:
            powiats = units_of(level=2).values_list("code", "name").order_by("name")
            self._offer("area", [("", "—"), *powiats[:1000]])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("kind") and given.get("audience") == "":
            given["audience"] = audience_for(MeetingKind(given["kind"]))
        own = given.get("kind") == MeetingKind.BODY or given.get("audience") == MeetingAudience.BODY
        if own and not given.get("body"):
            self.add_error("body", _("Wskaż, czyje to spotkanie."))
        if given.get("form") in (MeetingForm.IN_PERSON, MeetingForm.HYBRID) and not given.get("place"):
            self.add_error("place", _("Wpisz, gdzie się spotykamy."))
        return given

    def plan(self) -> dict[str, Any]:
        """The fields as the actions take them."""
        names = ("title", "kind", "audience", "open_to_members", "about", "form", "place", "join_link", "timezone",
                 "languages", "interpretation", "capacity", "per_organisation")  # fmt: skip
        given = {name: self.cleaned_data[name] for name in names}
        code = self.cleaned_data["area"]
        return given | {
            "body": self.bodies.get(self.cleaned_data["body"]),
            "area": unit_at("teryt", code) if code else None,
        }


class SeriesForm(PlanForm):
    """How often, at what hour, how many drafts ahead."""

    frequency = forms.ChoiceField(label=_("Jak często"), choices=lambda: choices_of(Frequency))
    interval = forms.IntegerField(label=_("Co ile tygodni albo miesięcy"), min_value=1, max_value=24, initial=1)
    weekday = forms.ChoiceField(label=_("Dzień tygodnia"))
    nth = forms.ChoiceField(
        label=_("Który w miesiącu"),
        choices=[
            ("1", _("pierwszy")),
            ("2", _("drugi")),
            ("3", _("trzeci")),
            ("4", _("czwarty")),
            ("-1", _("ostatni")),
        ],
    )
    day = forms.IntegerField(label=_("Dzień miesiąca"), min_value=1, max_value=31, initial=1)
    hour = HourField(label=_("Początek"))
    minutes = forms.IntegerField(label=_("Ile minut"), min_value=5, max_value=2880, initial=90)
    since = DayField(label=_("Od dnia"))
    until = DayField(label=_("Do dnia"), required=False)
    ahead = forms.IntegerField(label=_("Ile spotkań przygotować z wyprzedzeniem"), min_value=1, max_value=12, initial=3)

    field_order = ("title", "kind", "body", "audience", "open_to_members", "frequency", "interval", "weekday", "nth",
                   "day", "hour", "minutes", "since", "until", "ahead", "timezone")  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("weekday", [(str(n), str(name)) for n, name in enumerate(WEEKDAYS)])

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("Seria kończy się, zanim się zaczyna."))
        return given

    def fields_of(self) -> dict[str, Any]:
        names = ("frequency", "interval", "day", "hour", "minutes", "since", "until", "ahead")
        given = {name: self.cleaned_data[name] for name in names}
        numbers = {name: int(self.cleaned_data[name]) for name in ("weekday", "nth")}
        return self.plan() | given | numbers


def plan_before(plan: Any) -> dict[str, Any]:
    """What a form shows of a meeting or series that is there already."""
    names = ("title", "kind", "audience", "open_to_members", "about", "form", "place", "join_link", "timezone",
             "languages", "interpretation", "capacity", "per_organisation")  # fmt: skip
    return {name: getattr(plan, name) for name in names} | {
        "body": str(plan.body_id or ""),
        "area": plan.area.code if plan.area else "",
    }


def series_before(series: Any) -> dict[str, Any]:
    names = ("frequency", "interval", "weekday", "nth", "day", "hour", "minutes", "since", "until", "ahead")
    return plan_before(series) | {name: getattr(series, name) for name in names}
