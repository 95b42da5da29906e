"""The forms of a file: each is one thing that may be done in it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.governance.meetings.models import Meeting
from tkanka.ground.kit import dates
from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person

LONGEST = 10_000
YES_NO = [("yes", _("Tak")), ("no", _("Nie"))]


def long_text(label: Any, required: bool = True, rows: int = 4, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONGEST, required=required, widget=area, help_text=help_text)


def day_field(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class BringForm(forms.Form):
    """Who is in dispute with whom, about what, and how that weighs on everybody."""

    organisation = forms.ChoiceField(label=_("W imieniu"))
    against = forms.MultipleChoiceField(label=_("Z kim jest spór"), widget=forms.SelectMultiple(attrs={"size": 8}))
    title = forms.CharField(label=_("W jednym zdaniu"), max_length=200)
    statement = long_text(_("Co się stało i czego oczekujecie"), rows=6)
    weight = long_text(
        _("Jak to waży na całej społeczności"),
        help_text=_("Z tego powodu nie odmawiamy przyjęcia. Odpowiedź przeczytają osoby, które zdecydują o naradzie."),
    )
    in_faith = forms.BooleanField(
        label=_("Działamy w dobrej wierze, pamiętając o dobru wspólnym i dobrym imieniu społeczności")
    )

    def __init__(self, *args: Any, own: Iterable[Organisation], others: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [(str(o.pk), o.name) for o in own]  # type: ignore[attr-defined]
        self.fields["against"].choices = [(str(o.pk), o.name) for o in others]  # type: ignore[attr-defined]


class Doing(forms.Form):
    """What may be done in a file. `people` and `meetings` are what there is to choose from."""

    name, title = "", _("Zapisz")

    def __init__(
        self, data: Any = None, *, people: Iterable[Person] = (), replaced: Iterable[Person] = (),
        meetings: Iterable[Meeting] = (), **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, auto_id=f"{self.name}_%s", **kwargs)
        offered: dict[str, list[tuple[str, str]]] = {
            "person": [(str(one.pk), str(one)) for one in people],
            "replaces": [(str(one.pk), str(one)) for one in replaced],
            "meeting": [
                (str(one.pk), f"{one.title}, {dates.moment(one.starts_at, 'full,plain', one.starts_at)}")
                for one in meetings
            ],
        }
        for field, choices in offered.items():
            if field in self.fields:
                self.fields[field].choices = choices  # type: ignore[attr-defined]


class AnswerForm(Doing):
    name, title = "answer", _("Wasza odpowiedź")
    text = long_text(_("Jak to widzicie"), rows=6)


class InvolveForm(Doing):
    name, title = "involve", _("Wskaż osobę, której spór dotyczy osobiście")
    person = forms.ChoiceField(
        label=_("Osoba"), help_text=_("Kto pełni funkcję, traci w tej sprawie klucz, ale nie głos.")
    )


class MediatorForm(Doing):
    name, title = "mediator", _("Zaproponuj osobę do mediacji")
    origin = forms.ChoiceField(
        label=_("Skąd"), choices=[("inside", _("z sieci")), ("outside", _("spoza sieci"))], widget=forms.RadioSelect
    )
    mediator = forms.CharField(label=_("Imię i nazwisko"), max_length=200)
    email = forms.EmailField(
        label=_("Adres e-mail konta"), required=False, help_text=_("Po zgodzie wszystkich stron zobaczy te akta.")
    )
    advice = long_text(_("Kogo spytaliście o radę"), required=False, rows=2)


class WordForm(Doing):
    name, title = "word", _("Czy zgadzacie się na tę osobę?")
    accepts = forms.ChoiceField(label=_("Odpowiedź"), choices=YES_NO, widget=forms.RadioSelect)


class UndertakeForm(Doing):
    name, title = "undertake", _("Czy uznacie rozstrzygnięcie?")
    accepts = forms.ChoiceField(
        label=_("Uznamy rozstrzygnięcie większości"), choices=YES_NO, widget=forms.RadioSelect,
        help_text=_("Można to powiedzieć do otwarcia głosowania. Brak odpowiedzi też będzie widać."),
    )  # fmt: skip


class AskForm(Doing):
    name, title = "ask", _("Poproś o naradę członków")
    reason = long_text(_("Dlaczego mają się tym zająć wszyscy"))
    without_mediation = long_text(_("Dlaczego bez mediacji"), required=False, rows=2)


class NoteForm(Doing):
    name, title = "note", _("Dopisz do akt")
    text = long_text(_("Treść"))
    held_on = day_field(_("Dzień spotkania"))


class KeyForm(Doing):
    name, title = "key", _("Czy spór ma trafić na naradę członków?")
    agrees = forms.ChoiceField(label=_("Odpowiedź"), choices=YES_NO, widget=forms.RadioSelect)
    reason = long_text(_("Uzasadnienie"))


class SubstituteForm(Doing):
    name, title = "substitute", _("Wskaż zastępstwo")
    replaces = forms.ChoiceField(label=_("Za kogo"))
    person = forms.ChoiceField(label=_("Kto czuwa nad interesem sieci"))


class DrawForm(Doing):
    name, title = "draw", _("Wylosuj zastępstwo")
    replaces = forms.ChoiceField(label=_("Za kogo"))


class VoteForm(Doing):
    name, title = "vote", _("Otwórz głosowanie na spotkaniu")
    meeting = forms.ChoiceField(label=_("Spotkanie"))


class SettleForm(Doing):
    name, title = "settle", _("Zapisz ugodę")
    outcome = long_text(_("Na czym stanęło"))


class CloseForm(Doing):
    name, title = "close", _("Zamknij spór")
    outcome = long_text(_("Wynik"), help_text=_("Tylko to zostanie po usunięciu akt."))
    follow_up = long_text(_("Co dalej"), required=False, rows=2)
    follow_up_on = day_field(_("Kiedy do tego wrócić"))


class WithdrawForm(Doing):
    name, title = "withdraw", _("Wycofaj spór")
