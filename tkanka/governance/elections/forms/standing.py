from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.governance.bodies.queries import organisations_for
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person
from tkanka.network.people.queries import person_by_email
from tkanka.rules.elections import STATEMENT_LENGTH

from ..diversity import QUESTIONS
from ..naming import ANSWERS, ASKED


class NominateForm(forms.Form):
    """Who is to stand, and for which of their organisations."""

    email = forms.EmailField(
        label=_("E-mail osoby"), required=False, max_length=254, help_text=_("Puste: zgłaszasz siebie.")
    )
    organisation = forms.ChoiceField(label=_("Organizacja, za którą kandyduje"), required=False)

    def __init__(self, *args: Any, network: Network, me: Person, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        typed = (self.data.get("email") or "").strip() if self.is_bound else ""
        self.person = (person_by_email(typed) if len(typed) <= 254 and "\x00" not in typed else None) if typed else me
        self.parties = organisations_for(network, self.person, today) if self.person else []
        choices = [("", "—"), *((str(party.pk), party.name) for party in self.parties)]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]
        if len(self.parties) < 2 and not self.data.get("organisation"):
            self.fields["organisation"].widget = forms.HiddenInput()

    @property
    def party(self) -> Organisation | None:
        """The organisation chosen, or the only one there is."""
        chosen = self.cleaned_data.get("organisation")
        if len(self.parties) == 1:
            return self.parties[0]
        return next((party for party in self.parties if str(party.pk) == chosen), None)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("email") and self.person is None:
            self.add_error("email", _("Nikt nie ma tu konta z tym adresem."))
        elif self.person and not self.parties:
            self.add_error("email", _("Ta osoba nie działa w imieniu żadnej organizacji tej sieci."))
        elif len(self.parties) > 1 and not said.get("organisation"):
            self.add_error("organisation", _("Ta osoba reprezentuje kilka organizacji. Wskaż jedną."))
        return said


class AnswerForm(forms.Form):
    """Yes with a statement, or no."""

    accepts = forms.ChoiceField(
        label=_("Odpowiedź"), choices=[("yes", _("Kandyduję")), ("no", _("Nie kandyduję"))], widget=forms.RadioSelect
    )
    statement = forms.CharField(
        label=_("Oświadczenie"), required=False, widget=forms.Textarea(attrs={"rows": 8}),
        max_length=STATEMENT_LENGTH,
        help_text=_("Kim jesteś, co chcesz zrobić w grupie i dla kogo. Każdy ma tyle samo: 1500 znaków."),
    )  # fmt: skip
    consents = forms.BooleanField(
        label=_("Zgadzam się, że organizacje sieci zobaczą moje imię i nazwisko, organizację i oświadczenie, a po "
                "wyborach wynik z liczbą głosów"), required=False,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("accepts") == "yes":
            if not said.get("statement", "").strip() and "statement" not in self.errors:
                self.add_error("statement", _("Napisz oświadczenie."))
            if not said.get("consents"):
                self.add_error("consents", _("Bez tej zgody nie można kandydować."))
        return said


class DiversityForm(forms.Form):
    """Voluntary questions; whatever is left empty was not answered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question, answers in QUESTIONS.items():
            choices = [("", _("wolę nie odpowiadać")), *((one, ANSWERS[question][one]) for one in answers)]
            self.fields[question] = forms.ChoiceField(
                label=ASKED[question], choices=choices, required=False, widget=forms.RadioSelect
            )
