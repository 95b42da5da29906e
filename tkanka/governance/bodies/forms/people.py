"""What people fill in about bodies and seats."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import label, sentence
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.people.models import Person
from tkanka.network.people.queries import person_by_email
from tkanka.rules.bodies import Basis, BodyType, EndCause, Role
from tkanka.rules.ruling import Refused

from ..naming import kinds_outside
from ..queries import organisations_for

LONGEST = 10_000


def day_field(**more: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


def text_field(rows: int = 4, **more: Any) -> forms.CharField:
    return forms.CharField(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **more)


def kind_field(**more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Jaka to organizacja lub instytucja"), **more)


def choose_kind(form: forms.Form, kind: BodyType, *, among_none: bool = False) -> None:
    """Which kinds of institutions there are to choose from; no field where the charter names none."""
    kinds = kinds_outside(kind) if kind.open_to_outsiders.value else []
    if kinds:
        form.fields["outside_kind"].choices = [("", "—"), *kinds] if among_none else kinds  # type: ignore[attr-defined]
    else:
        del form.fields["outside_kind"]


def roles(*among: Role) -> list[tuple[str, str]]:
    return [(role.value, label(role)) for role in among or Role]


class Laid(forms.Form):
    """A form that shows why an action was refused."""

    def lay(self, refusal: Refused) -> None:
        for ground in refusal.ruling.failed:
            self.add_error(None, f"{sentence(ground)} {ground.cite}".strip())


class ListFilter(forms.Form):
    """Which bodies to show."""

    kind = forms.ChoiceField(label=_("Rodzaj"), required=False)
    state = forms.ChoiceField(label=_("Stan"), required=False)
    q = forms.CharField(label=_("Nazwa"), required=False, max_length=100)
    mine = forms.BooleanField(label=_("Tylko moje"), required=False)

    def __init__(self, data: Any, kinds: list[tuple[str, str]], states: list[tuple[str, str]]):
        super().__init__(data)
        self.fields["kind"].choices = [("", _("wszystkie")), *kinds]  # type: ignore[attr-defined]
        self.fields["state"].choices = [("", _("działające i uśpione")), *states]  # type: ignore[attr-defined]


class DescribeForm(Laid):
    """What it is called and what it is for."""

    name = forms.CharField(label=_("Nazwa"), max_length=200)
    purpose = text_field(5, label=_("Po co działa"), required=False)


class OpenForm(DescribeForm):
    """A new body of one of the types that are opened in one step."""

    kind = forms.ChoiceField(label=_("Rodzaj"), widget=forms.RadioSelect)
    opened_on = day_field(label=_("Od dnia"))
    hidden = forms.BooleanField(
        label=_("Ukryj istnienie tej grupy"),
        required=False,
        help_text=_("Tylko grupa zamknięta. Nazwy nie zobaczy nikt poza jej osobami, także sekretariat."),
    )
    field_order = ["kind", "name", "purpose", "opened_on", "hidden"]

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]


class FlagForm(Laid):
    """Whether it is strategic or especially sensitive."""

    strategic = forms.BooleanField(label=_("Ma znaczenie strategiczne"), required=False)
    sensitive = forms.BooleanField(label=_("Dotyczy tematu szczególnie wrażliwego"), required=False)
    reason = text_field(3, label=_("Dlaczego"), required=False, help_text=_("Przeczytają to osoby z grupy."))


class PersonForm(Laid):
    """Somebody with an account, and for which of their organisations."""

    email = forms.EmailField(label=_("E-mail osoby"), max_length=254)
    organisation = forms.ChoiceField(label=_("W imieniu organizacji"), required=False)

    def __init__(self, *args: Any, network: Network, today: date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.person: Person | None = None
        self.parties: list[Organisation] = []
        typed = (self.data.get("email") or "").strip() if self.is_bound else ""
        if typed and len(typed) <= 254 and "\x00" not in typed:
            self.person = person_by_email(typed)
            self.parties = organisations_for(network, self.person, today) if self.person else []
        choices = [("", "—"), *((str(party.pk), party.name) for party in self.parties)]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]
        if len(self.parties) < 2 and not self.data.get("organisation"):
            self.fields["organisation"].widget = forms.HiddenInput()

    def party(self) -> Organisation | None:
        """The organisation chosen, or the only one there is."""
        chosen = self.cleaned_data.get("organisation")
        if len(self.parties) == 1:
            return self.parties[0]
        return next((party for party in self.parties if str(party.pk) == chosen), None)

    def choose(self) -> None:
        """Ask which, where there are several."""
        if len(self.parties) > 1 and not self.cleaned_data.get("organisation"):
            self.add_error("organisation", _("Ta osoba reprezentuje kilka organizacji. Wskaż jedną."))


class SeatForm(PersonForm):
    """Who takes a seat, how they came to it, from when until when."""

    basis = forms.ChoiceField(label=_("Jak obejmuje miejsce"), widget=forms.RadioSelect)
    role = forms.ChoiceField(label=_("Rola"), choices=roles)
    since = day_field(label=_("Od dnia"))
    until = day_field(label=_("Do dnia"), required=False, help_text=_("Puste: do końca kadencji zapisanej w zasadach."))
    predecessor = forms.ChoiceField(label=_("Po kim"), required=False)
    reason = text_field(3, label=_("Dlaczego ta osoba"), required=False, help_text=_("Wymagane przy powołaniu."))
    outside = forms.CharField(
        label=_("Organizacja spoza sieci"), required=False, max_length=200,
        help_text=_("Tylko gdy osoba nie reprezentuje nikogo w sieci."),
    )  # fmt: skip
    outside_kind = kind_field(required=False)
    values = forms.BooleanField(label=_("Osoba spoza sieci przyjęła jej wartości"), required=False)

    def __init__(self, *args: Any, kind: BodyType, before: Iterable[Any], **kwargs: Any):
        super().__init__(*args, **kwargs)
        bases = dict.fromkeys([kind.basis.value, *([kind.first_basis.value] if kind.first_basis else []),
                               *([Basis.EX_OFFICIO, Basis.INVITED] if kind.seats is None else [])])  # fmt: skip
        self.fields["basis"].choices = [(b.value, label(b)) for b in map(Basis, bases)]  # type: ignore[attr-defined]
        self.fields["predecessor"].choices = [  # type: ignore[attr-defined]
            ("", _("nikim")),
            *((str(seat.pk), str(seat.person)) for seat in before),
        ]
        if not kind.open_to_outsiders.value:
            del self.fields["outside"], self.fields["values"]
        choose_kind(self, kind, among_none=True)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if since and until and until <= since:
            self.add_error("until", _("Koniec musi być późniejszy niż początek."))
        if given.get("email") and self.person is None:
            self.add_error("email", _("Nikt nie ma tu konta z tym adresem."))
        self.choose()
        return given


class InviteForm(PersonForm):
    """Whom to ask in, and as what."""

    role = forms.ChoiceField(label=_("Rola"), choices=roles, initial=Role.MEMBER)
    outside = forms.CharField(
        label=_("Organizacja spoza sieci"), required=False, max_length=200,
        help_text=_("Wypełnij, jeśli osoba nie reprezentuje nikogo w sieci."),
    )  # fmt: skip
    text = text_field(3, label=_("Kilka słów"), required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        self.choose()
        if given.get("email") and not self.parties and not given.get("outside"):
            self.add_error("outside", _("Ta osoba nie reprezentuje nikogo w sieci. Wpisz, skąd jest."))
        return given


class JoinForm(Laid):
    """For which of one's organisations."""

    organisation = forms.ChoiceField(label=_("W imieniu organizacji"), widget=forms.RadioSelect)

    def __init__(self, data: Any, parties: list[Organisation]):
        super().__init__(data, initial={"organisation": str(parties[0].pk)} if parties else {})
        self.parties = {str(party.pk): party for party in parties}
        choices = [(key, party.name) for key, party in self.parties.items()]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]


class AskForm(Laid):
    """Somebody from outside says who they are and accepts the values."""

    outside = forms.CharField(label=_("Twoja organizacja lub instytucja"), max_length=200)
    outside_kind = kind_field(widget=forms.RadioSelect)
    text = text_field(
        3, label=_("Dlaczego chcesz uczestniczyć"), required=False,
        help_text=_("Potrzebne, jeśli Twojej instytucji nie ma na liście powyżej."),
    )  # fmt: skip
    accepts_values = forms.BooleanField(
        label=_("Zgadzam się działać zgodnie z wartościami sieci"), required=False
    )  # fmt: skip

    def __init__(self, *args: Any, kind: BodyType, **kwargs: Any):
        super().__init__(*args, **kwargs)
        choose_kind(self, kind)


class AnswerForm(Laid):
    """A few words with the answer; a refusal needs them."""

    answer = text_field(3, label=_("Odpowiedź"), required=False, help_text=_("Przy odmowie napisz, dlaczego."))


class InvitedForm(Laid):
    """What an outsider says and accepts on coming in."""

    outside_kind = kind_field(required=False, widget=forms.RadioSelect)
    reason = text_field(
        3, label=_("Dlaczego chcesz uczestniczyć"), required=False,
        help_text=_("Potrzebne, jeśli Twojej instytucji nie ma na liście powyżej."),
    )  # fmt: skip
    accepts_values = forms.BooleanField(
        label=_("Zgadzam się działać zgodnie z wartościami sieci"), required=False
    )  # fmt: skip


class GiveUpForm(Laid):
    """From which day, and why if they like to say."""

    on = day_field(label=_("Ostatni dzień"))
    reason = text_field(3, label=_("Powód"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on < self.today:
            raise forms.ValidationError(_("Ten dzień już minął. Wskaż dzisiejszy albo późniejszy."))
        return on


class EndForm(Laid):
    """For what cause somebody's seat ends."""

    cause = forms.ChoiceField(label=_("Przyczyna"), widget=forms.RadioSelect)
    reason = text_field(3, label=_("Uzasadnienie"), help_text=_("Przeczyta je osoba, której miejsce się kończy."))

    def __init__(self, *args: Any, causes: Iterable[EndCause], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["cause"].choices = [(c.value, label(c)) for c in causes]  # type: ignore[attr-defined]


class RoleForm(Laid):
    role = forms.ChoiceField(label=_("Rola"), choices=roles)
