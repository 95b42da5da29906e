from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Candidacy, Voter


class BallotForm(forms.Form):
    """A number beside each candidate: 1 for the first preference; empty for those one does not rank."""

    organisation = forms.ChoiceField(label=gettext_lazy("W imieniu"))

    def __init__(self, *args: Any, candidates: Sequence[Candidacy], own: Sequence[Voter], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = candidates
        parties = [(str(one.organisation_id), one.organisation.name) for one in own]
        party = self.fields["organisation"]
        party.choices, party.initial = parties, parties[0][0]  # type: ignore[attr-defined]
        if len(parties) == 1:
            party.widget = forms.HiddenInput()
        for one in candidates:
            field = forms.IntegerField(required=False, min_value=1, max_value=len(candidates), label=str(one.person))
            field.widget.attrs |= {"inputmode": "numeric", "class": "short"}
            self.fields[f"rank_{one.place}"] = field

    @property
    def rows(self) -> Iterator[tuple[Candidacy, Any]]:
        return ((one, self[f"rank_{one.place}"]) for one in self.candidates)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        numbers: dict[int, str] = {}
        for one in self.candidates:
            name = f"rank_{one.place}"
            number = said.get(name)
            if number in numbers:
                self.add_error(name, _("Numer %(number)s stoi już przy: %(who)s.") % {
                    "number": number, "who": numbers[number]
                })  # fmt: skip
            elif number is not None:
                numbers[number] = str(one.person)
        missing = [n for n in range(1, len(numbers) + 1) if n not in numbers]
        if not self.errors and not numbers:
            self.add_error(None, _("Wpisz 1 przy osobie, którą wybierasz jako pierwszą. Dalsze numery są dowolne."))
        elif not self.errors and missing:
            self.add_error(None, _("Numery mają iść po kolei, a brakuje numeru %(number)s.") % {"number": missing[0]})
        return said

    @property
    def ranking(self) -> tuple[int, ...]:
        """The places of the candidates, from the first preference on."""
        said = ((self.cleaned_data.get(f"rank_{one.place}"), one.place) for one in self.candidates)
        return tuple(place for number, place in sorted((n, p) for n, p in said if n is not None and p is not None))
