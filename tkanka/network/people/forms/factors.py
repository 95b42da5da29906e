"""The second factor: an app with codes, passkeys."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .. import wording
from .entrance import CODE, Worded


def proved(person: Any) -> None:
    """Who has just shown the new factor need not be asked again before seeing the recovery codes."""
    record_authentication(context.request, person, "mfa", reauthenticated=True)


class SecondFactorForm(Worded, AuthenticateForm):  # type: ignore[misc]
    words = {"code": (_("Kod z aplikacji albo kod zapasowy"), "")}
    attributes = {"code": CODE}


class AgainForm(Worded, ReauthenticateForm):  # type: ignore[misc]
    words = SecondFactorForm.words
    attributes = {"code": CODE}


class AppForm(Worded, ActivateTOTPForm):  # type: ignore[misc]
    words = {"code": (_("Kod, który pokazuje aplikacja"), "")}
    attributes = {"code": CODE}

    def clean_code(self) -> str:
        code = str(super().clean_code())
        proved(self.user)
        return code


class PasskeyForm(Worded, AddWebAuthnForm):  # type: ignore[misc]
    words = {
        "name": (_("Nazwa klucza"), _("Po niej go poznasz, na przykład „telefon” albo „laptop w biurze”.")),
        "passwordless": (
            _("Chcę logować się samym tym kluczem, bez kodu z listu"),
            _("Urządzenie poprosi wtedy o odcisk palca, twarz albo PIN."),
        ),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"passwordless": True, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        try:
            cleaned = dict(super().clean())
        except ValidationError:
            raise
        except Exception as broken:
            raise ValidationError(wording.PASSKEY_FAILED) from broken
        if not self.errors:
            proved(self.user)
        return cleaned


class PasskeyNameForm(Worded, EditWebAuthnForm):  # type: ignore[misc]
    words = {"name": (_("Nazwa klucza"), "")}


class Answered:
    """An answer made up by somebody breaks the library's readers in ways nobody lists; all of them mean "no"."""

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except ValidationError:
            raise ValidationError(wording.PASSKEY_FAILED) from None
        except Exception as broken:
            raise ValidationError(wording.PASSKEY_FAILED) from broken


class PasskeyEntranceForm(Answered, LoginWebAuthnForm):  # type: ignore[misc]
    pass


class PasskeyProofForm(Answered, AuthenticateWebAuthnForm):  # type: ignore[misc]
    pass


class PasskeyAgainForm(Answered, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    pass
