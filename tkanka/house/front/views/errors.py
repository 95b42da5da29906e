"""Pages for what went wrong: what happened, whether something is lost, and where to go on.

The page of a fault on our side asks neither the database nor the session, for one of them may be the fault.
"""

from __future__ import annotations

import errno
import logging
import sys
from dataclasses import dataclass, replace
from secrets import token_hex

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

log = logging.getLogger(__name__)
RETRY_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Oops:
    """What an error page says."""

    code: str
    title: str | Promise
    lead: str | Promise
    more: str | Promise = ""
    again: str = ""
    number: str = ""
    broken: bool = False


BAD_REQUEST = Oops(
    "400",
    _("Nie rozumiemy tego zapytania"),
    _("Adres albo formularz przyszedł do nas uszkodzony. Wróć na poprzednią stronę i spróbuj jeszcze raz."),
)
FORBIDDEN = Oops(
    "403",
    _("Ta strona nie jest dla wszystkich"),
    _(
        "Nie masz do niej dostępu w imieniu, w którym tu jesteś. "
        "Jeśli reprezentujesz więcej organizacji, zmień ją na górze strony."
    ),
)
FORGED = Oops(
    "403",
    _("Formularz stracił ważność"),
    _("Strona była otwarta zbyt długo albo przeglądarka nie przyjmuje ciasteczek, bez których nie wiemy, kto pisze."),
    _("Wróć, odśwież stronę i wyślij formularz jeszcze raz. Nic nie zostało zapisane."),
)
NOT_FOUND = Oops(
    "404",
    _("Tej strony tu nie ma"),
    _("Mogła zmienić adres albo należeć do innej sieci. Nic, co wpisano w formularzach, nie zginęło."),
)
TOO_MANY = Oops(
    "429",
    _("Za dużo prób naraz"),
    _("Chronimy konta i formularze przed zgadywaniem. Odczekaj chwilę i spróbuj jeszcze raz."),
)
BROKEN = Oops(
    "500",
    _("Po naszej stronie zerwała się nitka"),
    _(
        "To nie Twoja wina. Zapisaliśmy, co się stało. "
        "Jeśli coś wysyłałaś lub wysyłałeś, odśwież stronę: druga próba nie zapisze tego dwa razy."
    ),
    broken=True,
)
RESTING = Oops(
    "503",
    _("Chwila przerwy"),
    _("Nie możemy teraz niczego zapisać. Zwykle trwa to mniej niż minutę; to, co jest zapisane, jest bezpieczne."),
    broken=True,
)


def shown(request: HttpRequest, oops: Oops) -> HttpResponse:
    """The page in the language and network of the request."""
    return HttpResponse(render_to_string("kit/oops.html", {"oops": oops}, request=request), status=int(oops.code))


def shown_alone(request: HttpRequest, oops: Oops) -> HttpResponse:
    """The page without anything that would ask the database: no frame, no visitor, no messages."""
    with translation.override(translation.get_language_from_path(request.path_info) or "pl"):
        return HttpResponse(render_to_string("kit/oops.html", {"oops": oops}), status=int(oops.code))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return shown_alone(request, BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return shown(request, FORBIDDEN)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token of its session."""
    return shown_alone(request, FORGED)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return shown(request, NOT_FOUND)


def too_many(request: HttpRequest) -> HttpResponse:
    answer = shown_alone(request, TOO_MANY)
    answer["Retry-After"] = str(RETRY_SECONDS)
    return answer


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours. Its number stands in the log beside the fault. A database or disk at rest is no fault."""
    if is_resting(sys.exc_info()[1]):
        return resting(request)
    number = f"{timezone.localdate():%d-%m}-{token_hex(2).upper()}"
    log.error("Fault %s at %s", number, request.path)
    again = request.get_full_path() if request.method == "GET" else ""
    return shown_alone(request, replace(BROKEN, number=number, again=again))


def is_resting(fault: BaseException | None) -> bool:
    """The database is locked, away or read-only, or the disk is full: it will pass."""
    if isinstance(fault, OSError):
        return fault.errno in (errno.ENOSPC, errno.EROFS, errno.EDQUOT)
    return isinstance(fault, OperationalError | InterfaceError)


def resting(request: HttpRequest) -> HttpResponse:
    """The database or the disk does not take writes for a moment."""
    answer = shown_alone(request, RESTING)
    answer["Retry-After"] = str(RETRY_SECONDS)
    return answer
