from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.wording import label, words_of
from tkanka.network.networks.models import Organisation
from tkanka.network.vocabulary.queries import vocabulary
from tkanka.rules.groups import Reply, Route

from .fields import ChargeForm, words


class RouteForm(forms.Form):
    """By which of the routes of the charter."""

    route = forms.ChoiceField(label=_("Kto zgłasza grupę"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, routes: Sequence[Route], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["route"].choices = [(route.value, label(route)) for route in routes]  # type: ignore[attr-defined]


class ProposalForm(ChargeForm):
    """A proposal; it may be kept before it is complete."""

    name = forms.CharField(label=_("Nazwa grupy"), max_length=200)
    concepts = forms.MultipleChoiceField(
        label=_("Jakich dziedzin i kogo dotyczy"), required=False,
        help_text=_("Pomaga znaleźć podobne grupy. Możesz wskazać kilka pozycji."),
    )  # fmt: skip
    field_order = ["name", "aims", "concepts"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lists = vocabulary()
        self.fields["concepts"].choices = [  # type: ignore[attr-defined]
            (title, [(str(key), label) for key, label in lists.choices(code)])
            for code, title in (("sectors", _("Dziedziny")), ("target_groups", _("Do kogo"))) if lists.choices(code)
        ]  # fmt: skip


class InviteForm(forms.Form):
    """Which member is asked to initiate the group as well."""

    organisation = forms.ChoiceField(label=_("Organizacja członkowska"))

    def __init__(self, *args: Any, members: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), one.name) for one in members
        ]


class FlagForm(forms.Form):
    """Why the matter is strategic, or sensitive."""

    reason = words(_("Dlaczego"), rows=3, most=2000)


class AdviceForm(forms.Form):
    """A question to the advisory group."""

    text = words(_("Pytanie do grupy doradczej"), rows=4, most=4000)


class OpinionForm(forms.Form):
    """What a seat answers."""

    reply = forms.ChoiceField(
        label=_("Odpowiedź"), choices=[(reply.value, label(reply)) for reply in Reply], widget=forms.RadioSelect
    )
    text = words(_("Kilka słów"), rows=3, most=4000, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        replies = [(reply.value, label(reply)) for reply in Reply]
        self.fields["reply"].choices = replies  # type: ignore[attr-defined]


class IntentForm(forms.Form):
    """A technical group the coordinator means to convene."""

    name = forms.CharField(label=_("Nazwa grupy"), max_length=200)
    purposes = forms.MultipleChoiceField(label=_("Cele"), widget=forms.CheckboxSelectMultiple)
    need = words(_("Czego potrzebuje sekretariat"), rows=4, most=4000)

    def __init__(self, *args: Any, purposes: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = list(zip(purposes, words_of("technical_groups.purposes", tuple(purposes)), strict=True))
        self.fields["purposes"].choices = choices  # type: ignore[attr-defined]
