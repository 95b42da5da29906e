"""Where the sign-in library meets the house: its letters, its words, the people it makes."""

from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.translation import get_language, gettext

from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.rules.standing import Standing

from . import wording
from .actions import note_sign_in_change, sign_up
from .devices import device
from .models import LETTER_LANGUAGES, Person
from .queries import person_by_email, required_texts, texts_awaiting

SIGN_UP = Standing(system="sign_up")


def reading() -> str:
    """The language of the page being read."""
    language = (get_language() or "pl")[:2]
    return language if language in LETTER_LANGUAGES else "pl"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = {**DefaultAccountAdapter.error_messages, **wording.ERRORS}

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Into the outbox, in the language the person reads; to a stranger in the language of the page."""
        kind = template_prefix.rpartition("/")[2].removesuffix("_signup")
        person = context.get("user") or person_by_email(email)
        person = person if isinstance(person, Person) else None
        write_letter(
            to=Recipient(
                person=person.pk if person else None,
                email=email,
                name=person.name if person else "",
                language=person.language if person else reading(),
            ),
            cause=f"sign_in.{kind}:{uuid4()}",
            template=f"people/mail/{'sign_in_changed' if kind in wording.CHANGES else kind}.txt",
            at=timezone.now(),
            code=context.get("code", ""),
            change=wording.CHANGES.get(kind, ""),
            device=device(str(context.get("user_agent", ""))),
            when=context.get("timestamp"),
        )

    def send_notification_mail(
        self, template_prefix: str, user: Person, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        change = template_prefix.rpartition("/")[2]
        note_sign_in_change(person=user, change=change, by=Standing(person=user.pk), at=timezone.now())
        super().send_notification_mail(template_prefix, user, {"user": user, **(context or {})}, email)

    def send_account_already_exists_mail(self, email: str) -> None:
        self.send_mail("account/email/account_already_exists", email, {})

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        if message is None and message_template in wording.MESSAGES:
            message = str(wording.MESSAGES[message_template]) % (message_context or {})
            if not message:
                return
        super().add_message(request, level, message_template, message_context, extra_tags, message)

    def save_user(self, request: HttpRequest, user: Person, form: Any, commit: bool = True) -> Person:
        at = timezone.now()
        user.email, user.name = form.cleaned_data["email"].lower(), form.cleaned_data["name"]
        user.pk = UUID(str(user.pk))  # After a visit elsewhere it comes out of the session as text.
        user.language = reading()
        return sign_up(person=user, agreed=required_texts(at), by=SIGN_UP, at=at)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Somebody invited, or with a new version of the terms before them, is shown the texts first."""
        if request.user.pk and texts_awaiting(request.user.pk, timezone.now()):
            return reverse("people:consents")
        return str(translate_url(super().get_login_redirect_url(request), reading()))

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return str(translate_url(super().get_logout_redirect_url(request), reading()))

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        return reverse("people:account")

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Whoever has neither a passkey nor an app proves it by a code from the mailbox."""
        methods = super().get_reauthentication_methods(user)
        if user.is_authenticated and not methods:
            methods = [{"id": "people_prove", "url": reverse("people:prove")}]
        return [{**method, "description": wording.AGAIN.get(method["id"], method["id"])} for method in methods]


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = {**DefaultMFAAdapter.error_messages, **wording.FACTOR_ERRORS}

    def build_totp_svg(self, url: str) -> str:
        """The code as paths on its own white ground: no data: image, readable in the dark theme."""
        from qrcode.main import QRCode

        code = QRCode(border=3)
        code.add_data(url)
        cells = code.get_matrix()
        path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(cells) for x, is_dark in enumerate(row) if is_dark)
        side, label = len(cells), gettext("Kod QR dla aplikacji")
        return (
            f'<svg viewBox="0 0 {side} {side}" width="220" height="220" role="img" aria-label="{label}">'
            f'<rect width="{side}" height="{side}" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
        )

    def generate_authenticator_name(self, user: Person, type: Authenticator.Type) -> str:
        keys = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return gettext("Mój klucz") if not keys else gettext("Klucz %(number)d") % {"number": keys + 1}

    def encrypt(self, text: str) -> str:
        """Secrets of apps do not lie open in the database; the keys come from SECRET_KEY and its fallbacks."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()


def _box() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(urlsafe_b64encode(sha256(f"factors:{key}".encode()).digest())) for key in keys])


class OtherAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    error_messages = {**DefaultSocialAccountAdapter.error_messages, **wording.OTHER_ACCOUNT_ERRORS}

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Person:
        person = super().populate_user(request, sociallogin, data)
        assert isinstance(person, Person)
        parts = data.get("name") or " ".join(filter(None, (data.get("first_name"), data.get("last_name"))))
        person.name = str(parts or "")[:200]
        return person

    def get_signup_form_initial_data(self, sociallogin: Any) -> dict[str, Any]:
        return {**super().get_signup_form_initial_data(sociallogin), "name": sociallogin.user.name}

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        return reverse("people:account")
