"""Preparing one meeting: its day and hours, its host and co-hosts, who leads it and what it is about."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.rules.meetings import instant, is_on_clock

from .planning import DayField, HourField, PlanForm, plan_before, text


class OneMeetingForm(PlanForm):
    """One meeting, at a day and an hour of the wall of its place."""

    day = DayField(label=_("Dzień"))
    starts = HourField(label=_("Początek"))
    ends = HourField(label=_("Koniec"), help_text=_("Godzina wcześniejsza niż początek oznacza następny dzień."))
    interpretation_booked = forms.BooleanField(label=_("Tłumaczenie jest zamówione"), required=False)
    access = text(
        2, label=_("Dostępność"), required=False, help_text=_("Na przykład: winda, pętla indukcyjna, napisy.")
    )
    registration_until = DayField(label=_("Zapisy do dnia"), required=False)
    answer_hours = forms.IntegerField(
        label=_("Ile godzin na potwierdzenie zwolnionego miejsca"), min_value=1, max_value=336, initial=48
    )
    host = forms.ChoiceField(label=_("Gospodarz"), required=False)
    cohosts = forms.MultipleChoiceField(
        label=_("Współgospodarze"), required=False, widget=forms.SelectMultiple(attrs={"size": 5}),
        help_text=_("Kilka organizacji zaznaczysz z klawiszem Ctrl."),
    )  # fmt: skip
    chair = forms.ChoiceField(label=_("Kto prowadzi"), required=False)
    themes = forms.MultipleChoiceField(
        label=_("Tematy"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Po nich poznamy, że w pobliżu jest wydarzenie na ten sam temat."),
    )  # fmt: skip
    decision = text(
        2, label=_("Decyzja o zwołaniu"), required=False,
        help_text=_("Potrzebna przy spotkaniach dyrektorów: kiedy i jak Grupa Doradcza zdecydowała."),
    )  # fmt: skip

    field_order = ("title", "kind", "body", "audience", "open_to_members", "day", "starts", "ends", "timezone", "about",
                   "themes", "form", "place", "area", "join_link", "host", "cohosts", "chair", "languages",
                   "interpretation", "interpretation_booked", "access", "capacity", "per_organisation",
                   "registration_until", "answer_hours", "decision")  # fmt: skip

    def __init__(self, *args: Any, parties: list[Any], chairs: list[Any], themes: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(party.pk): party for party in parties}
        self.chairs = {str(person.pk): person for person in chairs}
        named = [(key, party.name) for key, party in self.parties.items()]
        self._offer("host", [("", "—"), *named])
        self._offer("cohosts", named)
        self._offer("chair", [("", "—"), *((key, person.name) for key, person in self.chairs.items())])
        self._offer("themes", themes)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        for name in ("starts", "ends"):
            if name in given and given.get("day") and given.get("timezone"):
                self._on_the_clock(name, given)
        if given.get("starts") is not None and given.get("starts") == given.get("ends"):
            self.add_error("ends", _("Spotkanie kończy się o tej samej godzinie, o której się zaczyna."))
        return given

    def _on_the_clock(self, name: str, given: dict[str, Any]) -> None:
        """An hour the clocks leap over is no hour to meet at."""
        if not is_on_clock(self._day_of(name, given), given[name], given["timezone"]):
            self.add_error(name, _("Tej godziny tego dnia nie ma: zegary przestawia się na czas letni."))

    @staticmethod
    def _day_of(name: str, given: dict[str, Any]) -> date:
        over_midnight = name == "ends" and given.get("starts") is not None and given["ends"] < given["starts"]
        return given["day"] + timedelta(days=1) if over_midnight else given["day"]  # type: ignore[no-any-return]

    def _same_time(self) -> bool:
        """Whether the time of a meeting that is there already was left as it was."""
        return "starts" in self.initial and not {"day", "starts", "ends", "timezone"} & set(self.changed_data)

    def fields_of(self) -> dict[str, Any]:
        given = self.cleaned_data
        zone, until = given["timezone"], given["registration_until"]
        names = ("interpretation_booked", "access", "answer_hours", "decision")
        return (
            self.plan()
            | {name: given[name] for name in names}
            | ({} if self._same_time() else self._times())
            | {
                "registration_until": instant(until + timedelta(days=1), datetime.min.time(), zone) if until else None,
                "host": self.parties.get(given["host"]),
                "cohosts": [self.parties[key] for key in given["cohosts"] if key != given["host"]],
                "chair": self.chairs.get(given["chair"]),
                "themes": [UUID(key) for key in given["themes"]],
            }
        )

    def _times(self) -> dict[str, datetime]:
        given = self.cleaned_data
        zone = given["timezone"]
        return {
            "starts_at": instant(given["day"], given["starts"], zone),
            "ends_at": instant(self._day_of("ends", given), given["ends"], zone),
        }


def meeting_before(meeting: Any) -> dict[str, Any]:
    zone = ZoneInfo(meeting.timezone)
    starts, ends = meeting.starts_at.astimezone(zone), meeting.ends_at.astimezone(zone)
    until: date | None = None
    if meeting.registration_until:
        until = (meeting.registration_until.astimezone(zone) - timedelta(days=1)).date()
    names = ("interpretation_booked", "access", "answer_hours", "decision")
    return plan_before(meeting) | {name: getattr(meeting, name) for name in names} | {
        "day": starts.date(), "starts": starts.time(), "ends": ends.time(), "registration_until": until,
        "host": str(meeting.host_id or ""), "chair": str(meeting.chair_id or ""),
        "cohosts": [str(party.pk) for party in meeting.cohosts.all()],
        "themes": [str(concept.pk) for concept in meeting.themes.all()],
    }  # fmt: skip
