from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import label
from tkanka.rules.elections import Attribute, Bound, Days, ElectionKind
from tkanka.rules.parties import Kind

from ..actions import Plan
from ..models import Election

LONGEST = 10_000
ROWS = 6
MOST_SEATS = 100


def _day(**more: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


def _figure() -> forms.IntegerField:
    return forms.IntegerField(required=False, min_value=0, max_value=MOST_SEATS)


class ProcessForm(forms.Form):
    """The rules of elections, and how the advisory group helped."""

    text = forms.CharField(
        label=_("Zasady wyborów"), max_length=40_000, widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Prostym językiem: kto kandyduje, kto głosuje, jak się liczy głosy, jakie są progi."),
    )  # fmt: skip
    advised = forms.CharField(
        label=_("Jak pomogła grupa doradcza"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )


class CallOffForm(forms.Form):
    reason = forms.CharField(label=_("Powód"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))


class PlanForm(forms.Form):
    """What an election is for, when it is held, and the bounds on kinds of organisations."""

    kind = forms.ChoiceField(label=_("Jakie wybory"), widget=forms.RadioSelect)
    seats = forms.IntegerField(label=_("Ile miejsc"), min_value=1, max_value=MOST_SEATS)
    nominations_until = _day(label=_("Zgłoszenia do dnia"))
    voting_from = _day(label=_("Głosowanie od dnia"))
    voting_until = _day(label=_("Głosowanie do dnia"))
    term_from = _day(label=_("Kadencja od dnia"))
    term_until = _day(
        label=_("Kadencja do dnia"), required=False, help_text=_("Puste: tak długo, jak mówią zasady sieci.")
    )
    about = forms.CharField(
        label=_("Słowo do organizacji"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Stanie w liście z ogłoszeniem wyborów."),
    )  # fmt: skip
    count_back = forms.BooleanField(
        label=_("Miejsce zwolnione w kadencji można obsadzić z tych samych głosów"), required=False,
        help_text=_("Bez tego po każdym zwolnieniu miejsca są wybory uzupełniające."),
    )  # fmt: skip

    def __init__(self, *args: Any, attributes: Iterable[Attribute], regions: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(one.value, label(one)) for one in ElectionKind]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        choices = [("", "—"), *_subjects(attributes, regions)]
        for n in range(ROWS):
            about = forms.ChoiceField(label=_("Czego dotyczy próg"), required=False, choices=choices)
            self.fields[f"about_{n}"] = about
            self.fields[f"least_{n}"], self.fields[f"most_{n}"] = _figure(), _figure()
            self.fields[f"least_{n}"].label, self.fields[f"most_{n}"].label = _("Co najmniej"), _("Najwyżej")

    @property
    def plain(self) -> Iterator[Any]:
        """The fields above the bounds."""
        return (field for field in self if not field.name[-1].isdigit())

    @property
    def rows(self) -> list[list[Any]]:
        return [[self[f"{name}_{n}"] for name in ("about", "least", "most")] for n in range(ROWS)]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for n in range(ROWS):
            about, least, most = (said.get(f"{name}_{n}") for name in ("about", "least", "most"))
            if about and least is None and most is None:
                self.add_error(f"least_{n}", _("Podaj, ile co najmniej albo najwyżej."))
            elif not about and (least is not None or most is not None):
                self.add_error(f"about_{n}", _("Wskaż, czego dotyczy próg."))
            elif least is not None and most is not None and least > most:
                self.add_error(f"most_{n}", _("„Najwyżej” nie może być mniejsze niż „co najmniej”."))
        return said

    def plan(self, per_organisation: int | None) -> Plan:
        said = self.cleaned_data
        bounds = [Bound(Attribute.ORGANISATION, most=per_organisation)] if per_organisation else []
        for n in range(ROWS):
            if said[f"about_{n}"]:
                attribute, value = said[f"about_{n}"].split(":", 1)
                bounds.append(Bound(attribute, value, said[f"least_{n}"] or 0, said[f"most_{n}"]))
        days = Days(**{name: said[name] for name in Days.__dataclass_fields__})
        return Plan(
            kind=ElectionKind(said["kind"]), seats=said["seats"], days=days, about=said["about"].strip(),
            bounds=tuple(bounds), count_back=said["count_back"],
        )  # fmt: skip


def _subjects(attributes: Iterable[Attribute], regions: Iterable[str]) -> Iterator[tuple[str, str]]:
    if Attribute.KIND in attributes:
        yield from ((f"{Attribute.KIND}:{kind}", label(kind)) for kind in Kind)
    if Attribute.REGION in attributes:
        yield from ((f"{Attribute.REGION}:{region}", region) for region in regions)


def as_typed(election: Election) -> dict[str, Any]:
    """A planned election as the form shows it."""
    names = ("kind", "seats", "about", "count_back", *Days.__dataclass_fields__)
    said = {name: getattr(election, name) for name in names}
    for n, row in enumerate(row for row in election.bounds if row["value"]):
        said |= {f"about_{n}": f"{row['attribute']}:{row['value']}", f"most_{n}": row["most"]}
        said |= {f"least_{n}": row["least"] or None}
    return said
