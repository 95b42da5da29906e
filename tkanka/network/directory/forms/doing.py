"""What an organisation does and where: boxes of the vocabulary, and places by name."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.network.places.models import Unit
from tkanka.network.places.queries import units_coded
from tkanka.network.places.wording import placed
from tkanka.network.vocabulary.entries import Entry

from .. import queries
from .fields import Places
from .profile import SectionForm

LISTS = ("services", "support_services", "target_groups", "languages", "communities")
MOST_AREAS, MOST_AT_ONCE = 400, 60


@dataclass(frozen=True, slots=True)
class Boxes:
    """A fold of boxes: (value, label, ticked)."""

    label: str
    boxes: tuple[tuple[str, str, bool], ...]

    @property
    def ticked(self) -> int:
        return sum(ticked for _, _, ticked in self.boxes)


class WhatForm(SectionForm):
    concepts = forms.MultipleChoiceField(
        label=_("Czym się zajmujecie"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def prepare(self) -> None:
        self.had = queries.concepts_of(self.party)
        entries = [e for codelist in LISTS for e in self.words.by_list.get(codelist, ()) if self.offered(e)]
        field = self.fields["concepts"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(e.id), e.label) for e in entries]
        self.initial["concepts"] = [str(e.id) for e in entries if e.id in self.had]

    def offered(self, entry: Entry) -> bool:
        """What is in use now, and what the organisation has chosen before it was retired."""
        return entry.is_active or entry.id in self.had

    @property
    def services_label(self) -> str:
        return self.words.lists["services"].label

    @property
    def services(self) -> list[Boxes]:
        """Services under their sectors, then those for organisations."""
        tree = [self._boxes(sector.label, "services", sector.id) for sector in self.words.active("sectors")]
        return [fold for fold in [*tree, self._list("support_services")] if fold.boxes]

    @property
    def others(self) -> list[Boxes]:
        return [self._list(codelist) for codelist in ("target_groups", "communities", "languages")]

    def _list(self, codelist: str) -> Boxes:
        return self._boxes(self.words.lists[codelist].label, codelist)

    def _boxes(self, label: str, codelist: str, parent: UUID | None = None) -> Boxes:
        ticked = set(self["concepts"].value() or [])
        entries = [
            e for e in self.words.by_list[codelist] if self.offered(e) and (parent is None or e.parent == parent)
        ]
        return Boxes(label, tuple((str(e.id), e.label, str(e.id) in ticked) for e in entries))

    @property
    def changes(self) -> dict[str, Any]:
        chosen = {UUID(key) for key in self.cleaned_data["concepts"]}
        others = {key for key in self.had if (e := self.words.entries.get(key)) and e.codelist not in LISTS}
        return {"concepts": queries.concepts_keyed(chosen | others)} if chosen | others != self.had else {}


class WhereForm(SectionForm):
    """Places already chosen stay as boxes; new ones are typed, and what is not clear is offered as boxes too."""

    data: Any
    columns = ("nationwide", "online")
    nationwide = forms.BooleanField(label=_("cały kraj"), required=False)
    online = forms.BooleanField(label=_("pomagamy też przez internet albo telefon"), required=False)
    areas = forms.MultipleChoiceField(label=_("Wybrane miejsca"), required=False, widget=forms.CheckboxSelectMultiple)
    add = forms.CharField(
        label=_("Dodajcie miejsca"),
        max_length=4000,
        required=False,
        help_text=_("Powiaty, gminy, miasta albo województwa, po przecinku. Na przykład: powiat chełmski, Lublin."),
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, data: Any, *args: Any):
        super().__init__(data.copy() if data is not None else None, *args)

    def prepare(self) -> None:
        self.had = queries.areas_of(self.party)
        self.shown = {unit.code: unit for unit in self.had}
        self.initial["areas"] = list(self.shown)
        if self.is_bound:
            self._read()
        field = self.fields["areas"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(code, placed(unit)) for code, unit in self.shown.items()]
        if not self.shown:
            del self.fields["areas"]

    def _read(self) -> None:
        """Turn what was typed into boxes, and keep what is not clear."""
        ticked = [code for code in self.data.getlist("areas")[:MOST_AREAS] if re.fullmatch(r"[0-9]{2,7}", code)]
        self.shown |= {unit.code: unit for unit in queries.with_parents(units_coded(ticked))}
        said = [
            part.strip() for part in re.split(r"[,;\n]", self.data.get("add", "")[:4000]) if part.strip("\x00 \r\t")
        ]
        self.places = Places([text.replace("\x00", "") for text in said[:MOST_AT_ONCE]])
        found: list[Unit] = [*self.places.units, *self.places.candidates]
        self.shown |= {unit.code: unit for unit in found}
        self.data.setlist("areas", list(dict.fromkeys([*ticked, *(unit.code for unit in self.places.units)])))
        self.data["add"] = ", ".join([*self.places.unclear, *said[MOST_AT_ONCE:]])

    def clean(self) -> dict[str, Any]:
        for why in self.places.why[:10]:
            self.add_error("add", why)
        if self.data["add"] and not self.places.why:
            self.add_error("add", _("Dodajcie najwyżej 60 miejsc naraz."))
        if len(self.cleaned_data.get("areas", [])) >= MOST_AREAS:
            self.add_error("areas", _("To za dużo miejsc. Zaznaczcie całe województwa albo cały kraj."))
        return self.cleaned_data

    @property
    def boxes(self) -> list[tuple[str, str, bool]]:
        ticked = set(self["areas"].value() or []) if "areas" in self.fields else set()
        return [(code, placed(unit), code in ticked) for code, unit in self.shown.items()]

    @property
    def changes(self) -> dict[str, Any]:
        chosen = [self.shown[code] for code in self.cleaned_data.get("areas", [])]
        return super().changes | ({"areas": chosen} if set(chosen) != set(self.had) else {})
