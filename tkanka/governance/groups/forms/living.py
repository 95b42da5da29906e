from django import forms
from django.utils.translation import gettext_lazy as _

from tkanka.ground.kit.uploads import Checked

from .fields import ChargeForm, words


class TermsForm(ChargeForm):
    """Terms of reference; what is left empty is marked, and accepted."""


class UpdateForm(forms.Form):
    done = words(_("Co się udało"), rows=3, most=2000)
    ahead = words(_("Co dalej"), rows=3, most=2000, required=False)


class ResultForm(forms.Form):
    """What the group made: a text, and a link or a file where there is one."""

    title = forms.CharField(label=_("Tytuł"), max_length=200)
    text = words(_("Na czym polega i komu się przyda"), rows=4)
    link = forms.URLField(label=_("Adres w internecie"), required=False, max_length=500, assume_scheme="https")
    file = forms.FileField(
        label=_("Plik"), required=False, validators=[Checked()],
        help_text=_("PDF, obraz albo dokument, najwyżej 20 MB."),
    )  # fmt: skip


class ReviewForm(forms.Form):
    review = words(_("Co powiedziała grupa doradcza"), rows=3, most=4000)


class CloseForm(forms.Form):
    summary = words(
        _("Podsumowanie"), rows=6, help_text=_("Co grupa zrobiła i co po niej zostaje. Przeczyta to cała sieć.")
    )
