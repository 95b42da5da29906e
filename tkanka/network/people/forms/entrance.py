"""Signing in and up: the library's forms in our words."""

from typing import Any, ClassVar

from allauth.account.forms import (
    AddEmailForm,
    ConfirmEmailVerificationCodeForm,
    ConfirmLoginCodeForm,
    LoginForm,
)
from allauth.account.forms import SignupForm as AccountSignupForm
from allauth.socialaccount.forms import SignupForm as OtherAccountSignupForm
from django.utils.translation import gettext_lazy as _

ADDRESS = {"autocomplete": "email", "inputmode": "email", "spellcheck": "false"}
CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false", "class": "short"}


class Worded:
    """Labels, hints and attributes by field; no placeholders, for they vanish when they are needed."""

    words: ClassVar[dict[str, tuple[Any, Any]]] = {}
    attributes: ClassVar[dict[str, dict[str, str]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields  # type: ignore[attr-defined]
        for name, field in fields.items():
            field.label, hint = self.words.get(name, (field.label, field.help_text))
            field.help_text = hint
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs |= self.attributes.get(name, {})


class SignInForm(Worded, LoginForm):  # type: ignore[misc]
    words = {"login": (_("Adres e-mail"), _("Wyślemy na niego kod. Hasło nie jest potrzebne."))}
    attributes = {"login": ADDRESS}


class SignInCodeForm(Worded, ConfirmLoginCodeForm):  # type: ignore[misc]
    words = {"code": (_("Kod z listu"), _("Osiem cyfr. Kod działa przez kwadrans i tylko w tej przeglądarce."))}
    attributes = {"code": CODE}


class AddressCodeForm(Worded, ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    words = {"code": (_("Kod z listu"), _("Osiem cyfr. Kod działa przez kwadrans i tylko w tej przeglądarce."))}
    attributes = {"code": CODE}


class NewAddressForm(Worded, AddEmailForm):  # type: ignore[misc]
    words = {"email": (_("Nowy adres e-mail"), _("Wyślemy na niego kod. Do potwierdzenia działa dotychczasowy."))}
    attributes = {"email": ADDRESS}


class SignupForm(Worded, AccountSignupForm):  # type: ignore[misc]
    words = {"email": (_("Adres e-mail"), _("Najlepiej służbowy. Na niego przychodzą kody i listy."))}
    attributes = {"email": ADDRESS}


class OtherSignupForm(Worded, OtherAccountSignupForm):  # type: ignore[misc]
    words = SignupForm.words
    attributes = SignupForm.attributes
