from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.uploads import Checked
from tkanka.ground.kit.wording import label
from tkanka.network.people.models import Person
from tkanka.rules.discussions import Pace

from .queries import Voice

LONGEST_POST, LONGEST_REASON, MOST_FILES = 20_000, 2_000, 10


class Files(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class FilesField(forms.FileField):
    """Several files, each checked for itself."""

    widget = Files

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if len(given) > MOST_FILES:
            raise forms.ValidationError(_("Można dołączyć najwyżej %(most)s plików."), params={"most": MOST_FILES})
        return [super(FilesField, self).clean(one, initial) for one in given]


def said_by(voice: Voice) -> Any:
    """In whose name, for a list to choose from."""
    if voice.organisation:
        return voice.organisation.name
    return _("sekretariat sieci") if voice.office else voice.outside or _("we własnym imieniu")


class PostForm(forms.Form):
    """What somebody writes in a thread, and in whose name."""

    text = forms.CharField(
        label=_("Wpis"),
        max_length=LONGEST_POST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Można używać Markdown. Osobę wskażesz, pisząc @ i jej imię z nazwiskiem."),
    )
    names = forms.CharField(
        label=_("Zawiadom osobę"),
        required=False,
        max_length=400,
        help_text=_("Imię i nazwisko; kilka osób oddziel przecinkami."),
    )
    attached = FilesField(label=_("Pliki"), required=False, validators=[Checked()])
    voice = forms.ChoiceField(label=_("W imieniu"), required=False)

    def __init__(self, *args: Any, voices: Sequence[Voice], complete: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        voice, names = self.fields["voice"], self.fields["names"]
        voice.choices = [(one.key, said_by(one)) for one in voices]  # type: ignore[attr-defined]
        voice.initial = voices[0].key
        if len(voices) == 1:
            voice.widget = forms.HiddenInput()
        names.widget.attrs |= {"list": "readers", "autocomplete": "off"}
        if complete:
            names.widget.attrs |= {
                "hx-get": complete,
                "hx-trigger": "input changed delay:300ms",
                "hx-target": "#readers",
                "hx-swap": "innerHTML",
            }

    def clean_names(self) -> list[str]:
        return [name for one in self.cleaned_data["names"].split(",") if (name := " ".join(one.split()).lstrip("@"))]


class ThreadForm(PostForm):
    title = forms.CharField(label=_("Temat"), max_length=200)
    field_order = ["title", "text", "names", "attached", "voice"]

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())


class EditForm(forms.Form):
    text = forms.CharField(label=_("Wpis"), max_length=LONGEST_POST, widget=forms.Textarea(attrs={"rows": 10}))


class ReportForm(forms.Form):
    reason = forms.CharField(
        label=_("Co jest nie tak"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Przeczytają to tylko osoby prowadzące dyskusję."),
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Powód"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Przeczyta go osoba, która napisała wpis."),
    )


class ThreadFilter(forms.Form):
    """Which threads of a space to show."""

    only = forms.ChoiceField(
        label=_("Pokaż"),
        required=False,
        choices=[
            ("", _("wszystkie")),
            ("new", _("z nowymi wpisami")),
            ("open", _("otwarte")),
            ("closed", _("zamknięte")),
            ("mine", _("założone przeze mnie")),
        ],
    )
    q = forms.CharField(label=_("Słowa w temacie"), required=False, max_length=100)


class ChannelForm(forms.Form):
    """Where else a body talks."""

    url = forms.URLField(
        label=_("Adres"), required=False, max_length=500, assume_scheme="https",
        help_text=_("Zostaw puste, jeśli grupa rozmawia tylko tutaj."),
    )  # fmt: skip
    label = forms.CharField(
        label=_("Nazwa"), required=False, max_length=120, help_text=_("Na przykład: grupa w komunikatorze.")
    )

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"]
        if url and urlsplit(url).scheme not in {"http", "https"}:
            raise forms.ValidationError(_("Adres zaczyna się od https:// albo http://."))
        return url

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("url") and not given.get("label"):
            self.add_error("label", _("Nazwij ten kanał."))
        return given


class DesignationForm(forms.Form):
    """Somebody of the own organisation."""

    person = forms.ChoiceField(label=_("Osoba"), error_messages={"required": _("Wybierz osobę.")})

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        choices = [("", "—"), *((key, person.name or person.email) for key, person in self.people.items())]
        self.fields["person"].choices = choices  # type: ignore[attr-defined]

    def clean_person(self) -> Person:
        return self.people[self.cleaned_data["person"]]


class LettersForm(forms.Form):
    """How somebody wants to hear of discussions."""

    pace = forms.ChoiceField(
        label=_("Przegląd nowych wpisów"),
        choices=[(pace.value, label(pace)) for pace in Pace],
        widget=forms.RadioSelect,
        help_text=_("Jeden list z każdej sieci, o wszystkich dyskusjach naraz, o siódmej rano."),
    )
    followed_at_once = forms.BooleanField(label=_("Od razu, gdy ktoś napisze w tym, co obserwuję"), required=False)
    mentions_at_once = forms.BooleanField(label=_("Od razu, gdy ktoś mnie wymieni"), required=False)
