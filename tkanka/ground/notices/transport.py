"""Handing letters over: one connection for many, and three ways in which it may fail."""

from email import message_from_bytes, policy
from email.utils import parseaddr
from functools import lru_cache
from smtplib import (
    SMTP,
    SMTPDataError,
    SMTPException,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPServerDisconnected,
)
from types import TracebackType
from typing import Protocol, Self, cast

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend as SmtpBackend
from django.utils.module_loading import import_string

from .folder import FolderBackend
from .mime import ICS, BadAddress, address_of, calendar_type, composed, encoded, headers_of
from .models import Message
from .smtp import hand_over


class Outage(Exception):
    """There is nobody to hand letters to; it has nothing to do with this one."""


class Later(Exception):
    """This letter did not go now; it may go another time."""


class Never(Exception):
    """This letter will not go however often it is tried."""


class Transport(Protocol):
    def send(self, message: Message) -> None:
        """Hand one letter over. Raises Outage, Later or Never."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class _Connected:
    """Something opened at the first letter, and again when it broke."""

    def __init__(self, backend: BaseEmailBackend) -> None:
        self.backend = backend

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.backend.close()


class SmtpTransport(_Connected):
    """Straight to the server's protocol, with the letter's own bytes."""

    backend: SmtpBackend

    def send(self, message: Message) -> None:
        try:
            address, letter = address_of(message), encoded(message)
        except BadAddress as bad:
            raise Never(f"address: {bad}") from bad
        server = self._server()
        try:
            hand_over(server, _envelope_sender(settings.DEFAULT_FROM_EMAIL), address, letter)
        except SMTPServerDisconnected as error:
            self.backend.close()
            raise Later(_told(error)) from error
        except (SMTPRecipientsRefused, SMTPDataError, SMTPNotSupportedError) as error:
            raise (Never if _for_good(error) else Later)(_told(error)) from error
        except (SMTPException, OSError) as error:
            self.backend.close()
            raise Later(_told(error)) from error

    def _server(self) -> SMTP:
        try:
            self.backend.open()
        except (SMTPException, OSError) as error:
            self.backend.connection = None
            raise Outage(_told(error)) from error
        return cast(SMTP, self.backend.connection)


class FolderTransport(_Connected):
    """Into the folder of a house without a mail server."""

    backend: FolderBackend

    def send(self, message: Message) -> None:
        try:
            self.backend.keep(encoded(message))
        except BadAddress as bad:
            raise Never(f"address: {bad}") from bad
        except OSError as error:
            raise Outage(_told(error)) from error


class BackendTransport(_Connected):
    """Through any other e-mail backend of the framework, such as the web interface of a mail provider."""

    def send(self, message: Message) -> None:
        try:
            mail = as_email(message)
        except BadAddress as bad:
            raise Never(f"address: {bad}") from bad
        try:
            self.backend.send_messages([mail])
        except Exception as error:
            raise Later(_told(error)) from error


def transport() -> Transport:
    """The way out that the settings name."""
    kind = import_string(settings.EMAIL_BACKEND)
    backend = get_connection()
    if issubclass(kind, SmtpBackend):
        return SmtpTransport(backend)
    return FolderTransport(backend) if issubclass(kind, FolderBackend) else BackendTransport(backend)


def as_email(message: Message) -> EmailMultiAlternatives:
    """The letter as the framework's own e-mail. Raises BadAddress."""
    read = message_from_bytes(encoded(message), policy=policy.default)
    address_of(message)
    parts = composed(message)
    kept = ("Date", "Message-ID", "Content-Language", "Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post")
    headers = {name: value for name, value in headers_of(message).items() if name in kept}
    mail = EmailMultiAlternatives(message.subject, parts.plain, str(read["From"]), [str(read["To"])], headers=headers)
    mail.attach_alternative(parts.html, "text/html")
    if message.calendar:
        mail.attach(ICS, message.calendar, calendar_type(message))
    return mail


@lru_cache(maxsize=1)
def _envelope_sender(configured: str) -> str:
    return parseaddr(configured)[1]


def _for_good(error: SMTPException) -> bool:
    if isinstance(error, SMTPRecipientsRefused):
        return all(500 <= code < 600 for code, _ in error.recipients.values())
    return not isinstance(error, SMTPResponseException) or 500 <= error.smtp_code < 600


def _told(error: Exception) -> str:
    """What the other side said, on one line."""
    if isinstance(error, SMTPRecipientsRefused):
        return "; ".join(_reply(code, text) for code, text in error.recipients.values())
    if isinstance(error, SMTPResponseException):
        return _reply(error.smtp_code, error.smtp_error)
    return " ".join(f"{type(error).__name__}: {error}".split())[:300]


def _reply(code: int, text: bytes | str) -> str:
    return " ".join(f"{code} {text.decode('utf-8', 'replace') if isinstance(text, bytes) else text}".split())[:300]
