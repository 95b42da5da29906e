"""What is typed about minutes, results and tasks."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.governance.bodies.models import Body
from tkanka.governance.meetings.models import Item, Meeting
from tkanka.ground.kit.wording import label
from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person
from tkanka.rules.minutes import ApprovalBasis, DecisionKind, TaskState

from .owners import Choices

LONGEST = 20_000


def lines(rows: int, **more: Any) -> forms.CharField:
    return forms.CharField(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **more)


class DayField(forms.DateField):
    def __init__(self, **more: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class SectionForm(forms.Form):
    """What a section says, and what it said when the writer began."""

    text = lines(14, label=_("Treść"), required=False, strip=False,
                help_text=_("Można używać Markdown: **pogrubienie**, listy od „- ”."))  # fmt: skip
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class RemarkForm(forms.Form):
    """A remark, and for whom."""

    organisation = forms.ChoiceField(label=_("W imieniu"), required=False)
    text = lines(4, label=_("Uwaga"))

    def __init__(self, *args: Any, parties: Iterable[Organisation], own_name: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(party.pk): party for party in parties}
        none = [("", str(_("we własnym imieniu")))] if own_name else []
        offered = [*((key, party.name) for key, party in self.parties.items()), *none]
        self.fields["organisation"].choices = offered  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"text": said["text"], "organisation": self.parties.get(said["organisation"])}


class AnswerForm(forms.Form):
    """The answer to a remark."""

    taken = forms.TypedChoiceField(
        label=_("Co z uwagą"), choices=[("1", _("uwzględniona")), ("0", _("nieuwzględniona"))],
        coerce=lambda given: given == "1", widget=forms.RadioSelect,
    )  # fmt: skip
    text = lines(4, label=_("Odpowiedź"))


class ApproveForm(forms.Form):
    """Who approved the minutes, and where."""

    basis = forms.ChoiceField(
        label=_("Kto zatwierdził"), choices=[(one.value, label(one)) for one in ApprovalBasis],
        widget=forms.RadioSelect,
    )  # fmt: skip
    later = forms.ChoiceField(label=_("Które spotkanie"), required=False)
    where = forms.CharField(label=_("albo kto i na jakiej zasadzie"), max_length=300, required=False)

    def __init__(self, *args: Any, meetings: Iterable[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meetings = {str(one.pk): one for one in meetings}
        named = [(key, f"{one.title}, {one.starts_at:%Y-%m-%d}") for key, one in self.meetings.items()]
        self.fields["later"].choices = [("", "–"), *named]  # type: ignore[attr-defined]
        self.fields["basis"].choices = [(one.value, label(one)) for one in ApprovalBasis]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("basis") == ApprovalBasis.MEETING and not given.get("later"):
            self.add_error("later", _("Wskaż spotkanie, które zatwierdziło protokół."))
        if given.get("basis") == ApprovalBasis.OWN_RULE and not given.get("where"):
            self.add_error("where", _("Napisz, kto i na jakiej zasadzie zatwierdził protokół."))
        return given

    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        basis = ApprovalBasis(said["basis"])
        return {"basis": basis, "later": self.meetings.get(said["later"]), "where": said["where"]}


class CorrectForm(forms.Form):
    """A correction of approved minutes, and why."""

    text = lines(14, label=_("Treść po poprawce"), strip=False)
    reason = lines(2, label=_("Dlaczego"))


class NoteTakerForm(forms.Form):
    """Who takes the notes."""

    person = forms.ChoiceField(label=_("Notuje"), required=False)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        named = [(key, one.name) for key, one in self.people.items()]
        self.fields["person"].choices = [("", "–"), *named]  # type: ignore[attr-defined]


def items_choice(field: forms.Field, items: Sequence[Item]) -> None:
    named = [(str(item.pk), item.title) for item in items]
    field.choices = [("", str(_("całe spotkanie"))), *named]  # type: ignore[attr-defined]


class DecisionForm(forms.Form):
    """What came out; a vote has three figures or none."""

    item = forms.ChoiceField(label=_("Punkt porządku"), required=False)
    kind = forms.ChoiceField(label=_("Co to jest"))
    text = lines(3, label=_("Treść"))
    votes_for = forms.IntegerField(label=_("Za"), min_value=0, max_value=100_000, required=False)
    votes_against = forms.IntegerField(label=_("Przeciw"), min_value=0, max_value=100_000, required=False)
    abstained = forms.IntegerField(label=_("Wstrzymało się"), min_value=0, max_value=100_000, required=False)

    def __init__(self, *args: Any, items: Sequence[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = {str(item.pk): item for item in items}
        items_choice(self.fields["item"], items)
        self.fields["kind"].choices = [(one.value, label(one)) for one in DecisionKind]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        figures = [given.get(name) for name in ("votes_for", "votes_against", "abstained")]
        if not self.errors and None in figures and any(one is not None for one in figures):
            raise forms.ValidationError(_("Wpisz wszystkie trzy liczby albo żadnej. Zero to też liczba."))
        return given

    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        figures = said["votes_for"], said["votes_against"], said["abstained"]
        return {
            "item": self.items.get(said["item"]), "kind": DecisionKind(said["kind"]), "text": said["text"],
            "votes": None if None in figures else figures,
        }  # fmt: skip


class HandOnForm(forms.Form):
    """Who is to do it, and by when."""

    owner = forms.ChoiceField(label=_("Kto to zrobi"), required=False)
    party = forms.CharField(
        label=_("albo inna organizacja z sieci"), max_length=200, required=False, help_text=_("Pełna nazwa.")
    )
    due = DayField(label=_("Do kiedy"), required=False)

    def __init__(self, *args: Any, owners: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = owners
        self.fields["owner"].choices = [("", "–"), *owners.offered()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.errors:
            return given
        if bool(given.get("owner")) == bool(given.get("party")):
            self.add_error("owner", _("Wskaż jedną osobę, organizację albo miejsce."))
        elif given.get("party") and self.owners.named(given["party"]) is None:
            self.add_error("party", _("Nie ma w sieci organizacji o takiej nazwie."))
        return given

    def to(self) -> Any:
        said = self.cleaned_data
        return self.owners.given(said["owner"]) if said["owner"] else self.owners.named(said["party"])


class TaskForm(HandOnForm):
    """A task."""

    field_order = ("title", "item", "text", "owner", "party", "due")
    title = forms.CharField(label=_("Co zrobić"), max_length=200)
    item = forms.ChoiceField(label=_("Punkt porządku"), required=False)
    text = lines(3, label=_("Szczegóły"), required=False)

    def __init__(self, *args: Any, items: Sequence[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = {str(item.pk): item for item in items}
        items_choice(self.fields["item"], items)


class NoteForm(forms.Form):
    """A word on what became of a task."""

    note = lines(2, label=_("Co się stało"), required=False)


class FilterForm(forms.Form):
    """Which tasks."""

    state = forms.ChoiceField(label=_("Stan"), required=False)
    body = forms.ChoiceField(label=_("Grupa"), required=False)
    mine = forms.BooleanField(label=_("tylko moje"), required=False)

    def __init__(self, *args: Any, bodies: Iterable[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = [(one.value, label(one)) for one in TaskState]
        late = [("late", str(_("po terminie"))), ("all", str(_("wszystkie")))]
        self.fields["state"].choices = [*states, *late]  # type: ignore[attr-defined]
        named = [(str(body.pk), body.name) for body in bodies]
        self.fields["body"].choices = [("", str(_("wszystkie"))), *named]  # type: ignore[attr-defined]
