"""Registering, guests, agenda, materials, what is handed in, presence."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tkanka.governance.bodies.queries import organisations_for
from tkanka.ground.kit.uploads import Checked
from tkanka.ground.kit.wording import term_label
from tkanka.ground.search.queries import Named
from tkanka.network.networks.models import Organisation
from tkanka.network.people.models import Person
from tkanka.network.people.queries import person_by_email

from ..models import Invitee, Meeting
from ..tongues import TONGUES
from ..wording import thing_label
from .planning import text


class ReasonForm(forms.Form):
    """Why."""

    reason = text(3, label=_("Powód"))


class RegisterForm(forms.Form):
    """For whom, how, and what one needs."""

    organisation = forms.ChoiceField(label=_("W imieniu"), required=False)
    online = forms.BooleanField(label=_("Wezmę udział zdalnie"), required=False)
    needs = text(
        3, label=_("Czego potrzebujesz, żeby wziąć udział"), required=False,
        help_text=_("Na przykład: tłumaczenie migowe, dojazd bez schodów. Przeczytają to tylko organizatorzy. "
                    "Usuniemy to trzy dni po spotkaniu."),
    )  # fmt: skip

    def __init__(self, *args: Any, parties: list[Any], hybrid: bool, own_name: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(party.pk): party for party in parties}
        none = [("", str(_("we własnym imieniu")))] if own_name or not parties else []
        offered = [*((key, party.name) for key, party in self.parties.items()), *none]
        self.fields["organisation"].choices = offered  # type: ignore[attr-defined]
        if not parties:
            del self.fields["organisation"]
        if not hybrid:
            del self.fields["online"]

    def given(self) -> dict[str, Any]:
        return {
            "organisation": self.parties.get(self.cleaned_data.get("organisation", "")),
            "online": self.cleaned_data.get("online", False),
            "needs": self.cleaned_data["needs"],
        }


class GuestForm(forms.Form):
    """Whom to invite besides those the meeting is for."""

    name = forms.CharField(label=_("Imię i nazwisko"), max_length=200)
    party = forms.CharField(label=_("Skąd"), max_length=200, required=False)
    email = forms.EmailField(label=_("Adres e-mail"))
    language = forms.ChoiceField(label=_("Język listu"), choices=TONGUES[:3])
    standing = forms.CharField(required=False, widget=forms.HiddenInput)


class PartyForm(forms.Form):
    """An organisation of the network, such as an observer."""

    organisation = forms.ChoiceField(label=_("Organizacja"))

    def __init__(self, *args: Any, parties: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(party.pk): party for party in parties}
        offered = [(key, party.name) for key, party in self.parties.items()]
        self.fields["organisation"].choices = offered  # type: ignore[attr-defined]


class ItemForm(forms.Form):
    """A point of the agenda."""

    title = forms.CharField(label=_("O czym"), max_length=200)
    text = text(4, label=_("Opis"), required=False)
    minutes = forms.IntegerField(label=_("Ile minut"), min_value=1, max_value=600, required=False)
    owner = forms.CharField(label=_("Kto przedstawi"), max_length=200, required=False)
    find = forms.CharField(
        label=_("Czego dotyczy w sieci"), max_length=200, required=False,
        help_text=_("Wpisz słowo z nazwy grupy, wniosku albo dokumentu, a potem wybierz z listy."),
    )  # fmt: skip
    thing = forms.ChoiceField(label=_("Znalezione"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, offered: list[Named], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {f"{one.kind}:{one.key}": one for one in offered}
        none = [("-", str(_("niczego z listy")))]
        found = [(code, f"{one.title} ({thing_label(one.kind)})") for code, one in self.offered.items()]
        self.fields["thing"].choices = [*found, *none]  # type: ignore[attr-defined]
        if not offered:
            del self.fields["thing"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("find") and not given.get("thing") and "thing" not in self.errors:
            if self.offered:
                self.add_error("thing", _("Wybierz z listy to, czego dotyczy punkt, albo „niczego z listy”."))
            else:
                self.add_error("find", _("Niczego takiego nie ma w sieci. Popraw słowo albo wyczyść to pole."))
        return given

    def given(self) -> dict[str, Any]:
        """The fields as the actions take them."""
        return {name: self.cleaned_data[name] for name in ("title", "text", "minutes", "owner")}

    @property
    def chosen(self) -> tuple[str, UUID] | None:
        one = self.offered.get(self.cleaned_data.get("thing", ""))
        return one.thing if one else None


class MaterialForm(forms.Form):
    """A file or a link."""

    title = forms.CharField(label=_("Tytuł"), max_length=200)
    file = forms.FileField(label=_("Plik"), required=False, validators=[Checked()],
                           help_text=_("PDF, obraz albo dokument, najwyżej 20 MB."))  # fmt: skip
    url = forms.URLField(label=_("albo adres strony"), required=False, max_length=500, assume_scheme="https")
    languages = forms.MultipleChoiceField(
        label=_("W jakich językach"), choices=TONGUES, required=False, widget=forms.CheckboxSelectMultiple
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and not given.get("file") and not given.get("url"):
            raise forms.ValidationError(_("Dodaj plik albo wpisz adres."))
        return given


class HandInForm(forms.Form):
    """What a member sends before the meeting."""

    kind = forms.ChoiceField(label=_("Co przysyłacie"), widget=forms.RadioSelect)
    organisation = forms.ChoiceField(label=_("W imieniu"))
    file = forms.FileField(label=_("Plik"), required=False, validators=[Checked()])
    url = forms.URLField(label=_("albo adres strony"), required=False, max_length=500, assume_scheme="https")
    text = text(4, label=_("albo treść"), required=False)

    def __init__(self, *args: Any, kinds: list[str], parties: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(party.pk): party for party in parties}
        self.fields["kind"].choices = [(kind, term_label(kind)) for kind in kinds]  # type: ignore[attr-defined]
        offered = [(key, party.name) for key, party in self.parties.items()]
        self.fields["organisation"].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and not any(given.get(name) for name in ("file", "url", "text")):
            raise forms.ValidationError(_("Dodaj plik, wpisz adres albo treść."))
        return given


class CheckInForm(forms.Form):
    """The code shown at the meeting."""

    code = forms.CharField(
        label=_("Kod ze spotkania"), max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    organisation = forms.ChoiceField(label=_("W imieniu"), required=False)

    def __init__(self, *args: Any, parties: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(party.pk): party for party in parties}
        if parties:
            offered = [*((key, party.name) for key, party in self.parties.items()), ("", str(_("we własnym imieniu")))]
            self.fields["organisation"].choices = offered  # type: ignore[attr-defined]
        else:
            del self.fields["organisation"]


class ThereForm(forms.Form):
    """Somebody who was there and is not on the list: with an account, or a guest by the address of the invitation."""

    email = forms.EmailField(
        label=_("Adres e-mail"), max_length=254,
        help_text=_("Listę można uzupełniać także po spotkaniu, do zatwierdzenia protokołu."),
    )  # fmt: skip
    organisation = forms.ChoiceField(label=_("W imieniu"), required=False)

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.person: Person | None = None
        self.invitee: Invitee | None = None
        self.parties: dict[str, Organisation] = {}
        self._offer(self._for(self.data.get("email", "")) if self.is_bound else [])

    def _for(self, typed: str) -> list[Organisation]:
        """The organisations of whoever has the address."""
        if "\x00" not in typed:
            self.person = person_by_email(typed.strip())
            self.invitee = self.meeting.invitees.filter(email=typed.strip().lower(), left_out_at=None).first()
        if self.person is None:
            return []
        return organisations_for(self.meeting.network, self.person, localdate(self.meeting.starts_at))

    def _offer(self, parties: list[Organisation]) -> None:
        self.parties = {str(party.pk): party for party in parties}
        offered = [("", "—"), *((key, party.name) for key, party in self.parties.items())]
        self.fields["organisation"].choices = offered  # type: ignore[attr-defined]
        if len(parties) < 2:
            del self.fields["organisation"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("email") and self.person is None and self.invitee is None:
            self.add_error("email", _("Nie ma w sieci ani wśród gości osoby o takim adresie."))
        if "organisation" in self.fields and not given.get("organisation") and "organisation" not in self.errors:
            self.add_error("organisation", _("Ta osoba działa w kilku organizacjach. Wskaż, za którą była."))
        return given

    def given(self) -> dict[str, Any]:
        """Who it was, as the action takes it; somebody with an account comes as themselves."""
        chosen = self.parties.get(self.cleaned_data.get("organisation", ""))
        only = next(iter(self.parties.values()), None)
        invitee = None if self.person else self.invitee
        return {"person": self.person, "invitee": invitee, "organisation": chosen or only}


class PurposeForm(forms.Form):
    """What the list of those present is frozen for."""

    purpose = forms.CharField(label=_("Do czego"), max_length=200, required=False)
