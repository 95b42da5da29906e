"""The question, its rule, and what one says to it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.governance.meetings.models import Meeting
from tkanka.ground.kit import dates
from tkanka.ground.kit.dates import only_day
from tkanka.ground.kit.wording import label
from tkanka.ground.kit.wording.verdicts import share
from tkanka.rules.voting import (
    Abstention,
    BadRule,
    Base,
    Choice,
    DecisionRule,
    Electorate,
    Method,
    Secrecy,
    Tie,
    threshold,
)

from .models import OwnRule, Voter

LONGEST = 10_000
SHARES = ("> 1/2", ">= 2/3", ">= 3/4", ">= 1/1")
QUORUMS = ("none", "> 1/2", ">= 1/3", ">= 2/3")
MOMENT = "%Y-%m-%dT%H:%M"


def _ahead(until: datetime | None, now: datetime) -> datetime | None:
    if until is not None and until <= now:
        raise forms.ValidationError(_("Podaj chwilę, która jeszcze nie minęła."))
    return until


class RuleForm(forms.Form):
    """What the network chooses of a rule; a term the charter fixes is shown and cannot be set."""

    electorate = forms.ChoiceField(label=_("Kto głosuje"), widget=forms.RadioSelect)
    passes = forms.ChoiceField(label=_("Ile głosów potrzeba"), widget=forms.RadioSelect)
    base = forms.ChoiceField(label=_("Część czego"), widget=forms.RadioSelect)
    abstention = forms.ChoiceField(label=_("Wstrzymujący się"), widget=forms.RadioSelect)
    quorum = forms.ChoiceField(label=_("Kworum: ilu uprawnionych musi wziąć udział"), widget=forms.RadioSelect)
    tie = forms.ChoiceField(label=_("Remis"), widget=forms.RadioSelect)
    secrecy = forms.ChoiceField(label=_("Jawność"), widget=forms.RadioSelect)
    method = forms.ChoiceField(label=_("Sposób"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, rule: DecisionRule, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = rule.electorate.value is Electorate.SEATS
        offered: dict[str, Sequence[Any]] = {
            "electorate": [Electorate.SEATS] if seats else [Electorate.MEMBERS, Electorate.PRESENT],
            "base": list(Base)[:1] + list(Base)[2:], "abstention": list(Abstention), "tie": list(Tie),
            "secrecy": [Secrecy.OPEN, Secrecy.SECRET], "method": list(Method),
        }  # fmt: skip
        for name, values in offered.items():
            self._offer(name, [(one.value, label(one)) for one in values], rule)
        self._offer("passes", [(one, share(threshold(one))) for one in SHARES], rule)
        words = [(one, _("bez kworum") if one == "none" else share(threshold(one))) for one in QUORUMS]
        self._offer("quorum", words, rule)

    def _offer(self, name: str, choices: list[tuple[str, Any]], rule: DecisionRule) -> None:
        """The charter's own value alone where it fixes one; a value that is not on offer is put in front."""
        field, held = self.fields[name], getattr(rule, name).value
        value = "none" if held is None else str(held)
        if value not in dict(choices):
            worded = label(held) if hasattr(held, "name") else share(held)
            choices = [(value, worded), *choices]
        if name in rule.fixed:
            choices = [one for one in choices if one[0] == value]
        field.choices, field.initial = choices, value  # type: ignore[attr-defined]

    @property
    def choices(self) -> dict[str, Any]:
        """What was chosen, as the rules read it."""
        said = self.cleaned_data
        readers: dict[str, Any] = {
            "electorate": Electorate, "base": Base, "abstention": Abstention, "tie": Tie, "secrecy": Secrecy,
            "method": Method, "passes": threshold, "quorum": lambda raw: None if raw == "none" else threshold(raw),
        }  # fmt: skip
        try:
            return {name: read(said[name]) for name, read in readers.items()}
        except BadRule as error:  # the choices above are all thresholds
            raise AssertionError from error


class QuestionForm(forms.Form):
    """What is asked, and until when."""

    title = forms.CharField(
        label=_("Pytanie"), max_length=200, help_text=_("Jedno zdanie, na które odpowiada się za albo przeciw.")
    )
    text = forms.CharField(
        label=_("Uzasadnienie"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6})
    )
    meeting = forms.ChoiceField(label=_("Na spotkaniu"), required=False)
    closes_at = forms.DateTimeField(
        label=_("Głosy do"), required=False, input_formats=[MOMENT, "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        help_text=_("Zostaw puste tylko wtedy, gdy głosowanie odbywa się na spotkaniu."),
    )  # fmt: skip
    own = forms.ChoiceField(label=_("Reguła sieci"), required=False)

    def __init__(
        self, *args: Any, now: datetime, meetings: Iterable[Meeting], own: Iterable[OwnRule], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        held = [
            (str(one.pk), f"{one.title}, {dates.day(one.starts_at, 'short', only_day(one.starts_at))}")
            for one in meetings
        ]
        self.fields["meeting"].choices = [("", _("bez spotkania")), *held]  # type: ignore[attr-defined]
        rules = [(str(one.pk), one.name) for one in own]
        self.fields["own"].choices = [("", _("wybieram niżej")), *rules]  # type: ignore[attr-defined]
        if not rules:
            del self.fields["own"]
        if not held:
            del self.fields["meeting"]

    def clean_closes_at(self) -> datetime | None:
        return _ahead(self.cleaned_data["closes_at"], self.now)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("closes_at") and not said.get("meeting") and "closes_at" not in self.errors:
            self.add_error("closes_at", _("Podaj, do kiedy można głosować, albo wybierz spotkanie."))
        return said


class VoteForm(forms.Form):
    """One vote; the reason is asked for where objections need one."""

    voter = forms.ChoiceField(label=_("Głos"), widget=forms.RadioSelect)
    choice = forms.ChoiceField(label=_("Twój głos"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Powód sprzeciwu"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Co trzeba zmienić, żeby można było się zgodzić. Przeczytają to wszyscy uprawnieni."),
    )  # fmt: skip

    def __init__(self, *args: Any, own: Sequence[Voter], rule: DecisionRule, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines = [(str(one.pk), str(one.organisation or one.person)) for one in own]
        self.fields["voter"].choices = lines  # type: ignore[attr-defined]
        self.fields["voter"].initial = lines[0][0]
        if len(lines) == 1:
            self.fields["voter"].widget = forms.HiddenInput()
        aside = _("Odsuwamy się: nie popieramy, ale nie stajemy na przeszkodzie")
        worded = {Choice.FOR: _("Zgadzamy się"), Choice.AGAINST: _("Sprzeciwiamy się"), Choice.ABSTAIN: aside}
        plain = {Choice.FOR: _("Za"), Choice.AGAINST: _("Przeciw"), Choice.ABSTAIN: _("Wstrzymuję się")}
        said = worded if rule.is_consensus else plain
        self.fields["choice"].choices = [(one.value, said[one]) for one in Choice]  # type: ignore[attr-defined]
        self.needs_reason = rule.is_consensus
        if not rule.is_consensus:
            del self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.needs_reason and said.get("choice") == Choice.AGAINST and not said.get("reason", "").strip():
            self.add_error("reason", _("Napisz, dlaczego."))
        return said


class HandsForm(forms.Form):
    """A show of hands, a line each."""

    def __init__(self, *args: Any, lines: Iterable[Voter], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = [("", _("nie głosuje")), *((one.value, label(one)) for one in Choice)]
        self.lines = list(lines)
        for line in self.lines:
            ballot = getattr(line, "ballot", None)
            self.fields[str(line.pk)] = forms.ChoiceField(
                label=str(line.organisation or line.person), choices=said, required=False,
                initial=ballot.choice if ballot else "",
            )  # fmt: skip

    @property
    def choices(self) -> dict[Any, Choice | None]:
        return {line.pk: Choice(said) if (said := self.cleaned_data[str(line.pk)]) else None for line in self.lines}


class ReasonForm(forms.Form):
    """Why: of a recusal, or of calling a vote off."""

    reason = forms.CharField(label=_("Powód"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))


class AgainForm(forms.Form):
    """The same question again."""

    response = forms.CharField(
        label=_("Odpowiedź na sprzeciwy"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )
    text = forms.CharField(
        label=_("Uzasadnienie"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5})
    )
    closes_at = forms.DateTimeField(
        label=_("Głosy do"), required=False, input_formats=[MOMENT, "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
    )  # fmt: skip

    def __init__(self, *args: Any, now: datetime, objections: bool, at_meeting: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        if not objections:
            del self.fields["response"]
        self.fields["closes_at"].required = not at_meeting

    def clean_closes_at(self) -> datetime | None:
        return _ahead(self.cleaned_data["closes_at"], self.now)


class FollowUpForm(forms.Form):
    """What became of a decision."""

    text = forms.CharField(
        label=_("Co się dzieje z decyzją"), required=False, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    review_on = forms.DateField(
        label=_("Wrócić do niej"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    done = forms.BooleanField(label=_("Wykonana"), required=False)


class OwnRuleForm(RuleForm):
    """A rule of the network, by its name."""

    name = forms.CharField(label=_("Nazwa reguły"), max_length=120)
    field_order = ("name",)


class FindForm(forms.Form):
    """Which votes to show."""

    body = forms.ChoiceField(label=_("Ciało"), required=False)
    q = forms.CharField(label=_("Słowa"), required=False, max_length=100)
    state = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [("", _("wszystkie")), *bodies]  # type: ignore[attr-defined]
