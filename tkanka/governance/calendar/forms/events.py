"""What somebody writes down of an event, on the clock of the place it is at."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import label
from tkanka.network.networks.models import Organisation
from tkanka.network.places.queries import unit_at
from tkanka.rules.calendar import EventAudience, EventKind

from ..areas import area_groups
from ..models import WARSAW, Event

Options = list[tuple[str, str]]
ZONES = {
    WARSAW: _("Polska"),
    "Europe/Kyiv": _("Ukraina"),
    "Europe/London": _("Wielka Brytania"),
    "UTC": "UTC",
}
LONGEST = timedelta(days=60)


def _day(**more: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


def _hour(**more: Any) -> forms.TimeField:
    return forms.TimeField(
        required=False, widget=forms.TimeInput(attrs={"type": "time", "class": "short"}, format="%H:%M"), **more
    )


class EventForm(forms.Form):
    """An event of an organisation, or of several."""

    owner = forms.ChoiceField(label=_("Kto organizuje"), required=False)
    title = forms.CharField(label=_("Nazwa"), max_length=200)
    kind = forms.ChoiceField(label=_("Rodzaj"), initial=EventKind.OTHER)
    all_day = forms.BooleanField(label=_("Cały dzień"), required=False)
    starts_on = _day(label=_("Pierwszy dzień"))
    starts_at = _hour(label=_("Od godziny"))
    ends_on = _day(label=_("Ostatni dzień"), required=False, help_text=_("Zostaw puste, jeśli trwa jeden dzień."))
    ends_at = _hour(label=_("Do godziny"))
    timezone = forms.ChoiceField(label=_("Czas"), choices=list(ZONES.items()), initial=WARSAW)
    place = forms.CharField(label=_("Miejsce"), max_length=300, required=False, help_text=_("Nazwa i adres."))
    area = forms.ChoiceField(label=_("Powiat"), required=False)
    online = forms.BooleanField(label=_("Można wziąć udział online"), required=False)
    url = forms.URLField(label=_("Strona wydarzenia"), max_length=500, required=False, assume_scheme="https")
    text = forms.CharField(label=_("Opis"), max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 5}))
    themes = forms.MultipleChoiceField(label=_("Tematy"), required=False, widget=forms.CheckboxSelectMultiple)
    hosts = forms.MultipleChoiceField(
        label=_("Współorganizatorzy z sieci"), required=False, widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("Kilka organizacji zaznaczysz z klawiszem Ctrl."),
    )  # fmt: skip
    audience = forms.ChoiceField(label=_("Kto zobaczy"), widget=forms.RadioSelect, initial=EventAudience.PUBLIC)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Any, *, owners: list[Organisation], network: str, parties: list[Organisation], themes: Options,
        initial: dict[str, Any] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(data, initial=initial)
        self.owners = {str(party.pk): party for party in owners}
        self._offer("owner", [*([("", network)] if network else []), *((k, o.name) for k, o in self.owners.items())])
        self._offer("hosts", [(str(party.pk), party.name) for party in parties])
        self._offer("kind", [(kind.value, label(kind)) for kind in EventKind])
        self._offer("themes", themes)
        self._offer("area", [("", "—"), *area_groups()])
        audiences = (EventAudience.PUBLIC, EventAudience.MEMBERS)
        self._offer("audience", [(audience.value, label(audience)) for audience in audiences])
        self.fields["owner"].required = not network
        if len(self.fields["owner"].choices) == 1 and not network:  # type: ignore[attr-defined]
            self.fields["owner"].initial = next(iter(self.owners))

    def _offer(self, name: str, options: Any) -> None:
        self.fields[name].choices = options  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first = said.get("starts_on")
        if first is None or self.errors:
            return said
        last = said.get("ends_on") or first
        if not said["all_day"] and said["starts_at"] is None:
            self.add_error("starts_at", _("Podaj godzinę albo zaznacz, że trwa cały dzień."))
            return said
        if not (2000 <= first.year <= 2100 and last.year <= 2100):
            self.add_error("starts_on", _("Podaj rok między 2000 a 2100."))
            return said
        zone = ZoneInfo(said["timezone"])
        begins, ends = self._span(said, first, last, zone)
        if ends < begins or (ends == begins and said["ends_at"]):
            self.add_error("ends_on" if said["ends_on"] else "ends_at", _("Koniec jest przed początkiem."))
        elif ends - begins > LONGEST:
            self.add_error("ends_on", _("Wydarzenie może trwać najwyżej dwa miesiące. Dłuższe to działanie."))
        for name, wall in (("starts_at", begins), ("ends_at", ends)):
            if not said["all_day"] and not _exists(wall, zone):
                self.add_error(name, _("Tej godziny tego dnia nie ma: zegary przechodzą na czas letni."))
        self.span = (begins.replace(tzinfo=zone).astimezone(UTC), ends.replace(tzinfo=zone).astimezone(UTC))
        return said

    @staticmethod
    def _span(said: dict[str, Any], first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Both ends on the clock of the wall; a whole day ends with the next midnight."""
        if said["all_day"]:
            return datetime.combine(first, time()), datetime.combine(last, time()) + timedelta(days=1)
        begins = datetime.combine(first, said["starts_at"])
        return begins, datetime.combine(last, said["ends_at"] or said["starts_at"])

    @property
    def owner_party(self) -> Organisation | None:
        return self.owners.get(self.cleaned_data["owner"])

    def told(self) -> dict[str, Any]:
        """What the action is told, without whom it is of."""
        said = self.cleaned_data
        return {
            "title": said["title"], "text": said["text"], "kind": said["kind"], "starts_at": self.span[0],
            "ends_at": self.span[1], "timezone": said["timezone"], "all_day": said["all_day"], "place": said["place"],
            "area": unit_at("teryt", said["area"]) if said["area"] else None, "online": said["online"],
            "url": said["url"], "audience": said["audience"], "themes": _keys(said["themes"]),
            "hosts": [key for key in _keys(said["hosts"]) if str(key) != said["owner"]],
        }  # fmt: skip


def _keys(texts: list[str]) -> list[Any]:
    return [UUID(text) for text in texts]


def _exists(wall: datetime, zone: ZoneInfo) -> bool:
    """Whether the clock on the wall ever shows this: in spring an hour is left out."""
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall


def event_before(event: Event) -> dict[str, Any]:
    """The fields of the form as an event fills them."""
    last = event.days[1]
    timed = not event.all_day
    return {
        "owner": str(event.organisation_id or ""), "title": event.title, "kind": event.kind, "all_day": event.all_day,
        "starts_on": event.starts.date(), "starts_at": event.starts.time() if timed else None,
        "ends_on": (event.ends.date() if timed else last) if event.ends != event.starts else None,
        "ends_at": event.ends.time() if timed and event.ends != event.starts else None, "timezone": event.timezone,
        "place": event.place, "area": event.area.code if event.area else "", "online": event.online,
        "url": event.url, "text": event.text, "audience": event.audience,
        "themes": [str(theme.pk) for theme in event.themes.all()],
        "hosts": [str(key) for key in event.hosts.values_list("pk", flat=True)],
    }  # fmt: skip
