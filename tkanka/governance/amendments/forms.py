"""What is to change, and when."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.governance.consultations.models import Document
from tkanka.governance.meetings.models import Item
from tkanka.ground.kit import dates
from tkanka.ground.kit.dates import only_day
from tkanka.ground.kit.wording import chapter_name, name_of
from tkanka.network.networks.models import Organisation
from tkanka.rules.rulebook import known_paths

LONGEST = 10_000


class StartForm(forms.Form):
    """What is wrong with the rules as they are."""

    organisation = forms.ChoiceField(label=_("W imieniu"), required=False)
    title = forms.CharField(label=_("Co zmienić, w jednym zdaniu"), max_length=200)
    reason = forms.CharField(label=_("Dlaczego"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(self, *args: Any, parties: Sequence[Organisation], alone: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(one.pk), one.name) for one in parties]
        if alone:
            del self.fields["organisation"]
        else:
            self.fields["organisation"].choices = named  # type: ignore[attr-defined]


class SecondForm(forms.Form):
    organisation = forms.ChoiceField(label=_("W imieniu"))

    def __init__(self, *args: Any, parties: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [(str(one.pk), one.name) for one in parties]  # type: ignore[attr-defined]


class TextForm(forms.Form):
    """Which document is the text of the change."""

    document = forms.ChoiceField(label=_("Dokument"))

    def __init__(self, *args: Any, documents: Iterable[Document], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(one.pk), one.title) for one in documents]
        self.fields["document"].choices = named  # type: ignore[attr-defined]


class TermForm(forms.Form):
    """A term set anew."""

    path = forms.ChoiceField(label=_("Ustalenie"))
    value = forms.CharField(
        label=_("Nowa wartość"), max_length=2_000, required=False,
        help_text=_('Liczba: 3. Słowo: "open". Lista: ["bodies", "members"]. Tak, nie: true, false. Puste usuwa.'),
    )  # fmt: skip
    cite = forms.CharField(label=_("Paragraf"), max_length=80, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chapters: dict[str, list[tuple[str, str]]] = {}
        for path in sorted(known_paths()):
            chapters.setdefault(chapter_name(path), []).append((path, name_of(path)))
        self.fields["path"].choices = [("", _("Wybierz")), *sorted(chapters.items())]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("value", "").strip() and not said.get("cite", "").strip():
            self.add_error("cite", _("Podaj paragraf, który to ustala."))
        return said


class PresentForm(forms.Form):
    """At which point of which meeting it was presented."""

    item = forms.ChoiceField(label=_("Punkt spotkania"))

    def __init__(self, *args: Any, items: Iterable[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), f"{_day(one)}: {one.meeting.title}, {one.title}") for one in items
        ]


def _day(item: Item) -> str:
    on = only_day(item.meeting.starts_at)
    return dates.day(on, "long", on)


class EnactForm(forms.Form):
    """The day from which it holds."""

    from_day = forms.DateField(
        label=_("Obowiązuje od dnia"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, first: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.first = first

    def clean_from_day(self) -> date:
        day: date = self.cleaned_data["from_day"]
        if day < self.first:
            raise forms.ValidationError(_("Najwcześniej: %s.") % dates.day(self.first, "long", self.first))
        return day


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Powód"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))
