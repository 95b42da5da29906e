"""The course of an application: which steps it has, how far it has come, and what it says in the end."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from tkanka.network.vocabulary.entries import Vocabulary
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.parties import Kind
from tkanka.rules.rulebook import Rulebook

from ..models import Application
from ..profile import Profile
from .steps import ConditionsForm, DeclarationsForm, DetailsForm, StepForm, WhichForm, WorkForm
from .typed import as_sent

STEPS = ("which", "details", "work", "declarations", "send")
STEPS_OF_KNOWN = ("work", "declarations", "send")
LABELS = {
    "which": _("Która organizacja"),
    "details": _("Dane i kontakt"),
    "work": _("Co robicie i gdzie"),
    "declarations": _("Deklaracje"),
    "send": _("Sprawdź i wyślij"),
}


class Course:
    """One application on its way: its steps, the form of each, and what they say together."""

    def __init__(self, application: Application, book: Rulebook, charter: int):
        self.application, self.book, self.charter = application, book, charter
        self.known = application.organisation_id is not None
        self.steps = STEPS_OF_KNOWN if self.known else STEPS
        self.kind = Kind(application.kind) if application.kind in set(Kind) else None
        self._forms: dict[str, StepForm] = {}

    @cached_property
    def words(self) -> Vocabulary:
        return vocabulary()

    def form(self, step: str, data: Any = None) -> StepForm:
        """The form of a step: with what was sent now, or what was typed before, or empty."""
        typed = self.application.data.get(step)
        if data is None and typed is not None:
            data = as_sent(typed)
        classes: dict[str, type[StepForm]] = {
            "which": WhichForm,
            "details": DetailsForm,
            "work": ConditionsForm if self.known else WorkForm,
            "declarations": DeclarationsForm,
        }
        return classes[step](self.book, self.kind, data, initial=self.initial(step), words=self.words)

    def initial(self, step: str) -> dict[str, Any]:
        if step == "declarations":
            return {"version": self.charter}
        if step == "details":
            which = self.kept("which")
            numbers = which.numbers() if isinstance(which, WhichForm) and which.is_valid() else {}
            return {"email": self.application.email, "language": self.application.language, **numbers}
        return {}

    def kept(self, step: str) -> StepForm:
        if step not in self._forms:
            self._forms[step] = self.form(step)
        return self._forms[step]

    def is_done(self, step: str) -> bool:
        if step == "send" or step not in self.steps:
            return False
        form = self.kept(step)
        return form.is_bound and form.is_valid() and (step != "declarations" or self.reads_in_force())

    def reads_in_force(self) -> bool:
        """Whether the declarations were read in the version that is in force now."""
        return str(self.application.data.get("declarations", {}).get("version", "")) == str(self.charter)

    @property
    def missing(self) -> list[str]:
        """The steps that still need something before it can be sent."""
        return [step for step in self.steps if step != "send" and not self.is_done(step)]

    def after(self, step: str) -> str:
        return self.steps[min(self.steps.index(step) + 1, len(self.steps) - 1)]

    def before(self, step: str) -> str:
        at = self.steps.index(step)
        return self.steps[at - 1] if at else ""

    @property
    def made(self) -> list[str]:
        form = self.kept("declarations")
        return form.made() if isinstance(form, DeclarationsForm) and form.is_bound and form.is_valid() else []

    def profile(self) -> Profile:
        """What the steps say together. Only of an application with nothing missing."""
        said: dict[str, Any] = {}
        for step in self.steps[:-1]:
            if self.is_done(step):
                said |= self.kept(step).cleaned_data
        if party := self.application.organisation:
            return Profile(name=party.name, kind=party.kind, town=party.town, stated=tuple(said.get("stated", ())))
        return profile_of(said, [self.kept(step) for step in self.steps[:-1]])


def profile_of(said: dict[str, Any], forms: list[StepForm]) -> Profile:
    numbers: dict[str, str] = {}
    concepts: tuple[str, ...] = ()
    for form in forms:
        if isinstance(form, WhichForm | DetailsForm) and form.is_valid():
            numbers |= form.numbers()
        if isinstance(form, WorkForm) and form.is_valid():
            concepts = tuple(map(str, form.concepts()))
    fields = set(Profile.__dataclass_fields__) - {"areas", "concepts", "numbers", "stated"}
    given = {name: value for name, value in said.items() if name in fields}
    areas = tuple(str(unit.pk) for unit in said.get("areas", ()))
    return Profile(**given, areas=areas, concepts=concepts, numbers=numbers, stated=tuple(said.get("stated", ())))
