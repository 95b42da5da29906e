"""Proving once more that it is oneself, by a code from the mailbox: for those who have neither a passkey nor an app."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.code_verification import AbstractCodeVerificationProcess
from allauth.account.internal.flows.login import record_authentication
from allauth.core import ratelimit
from allauth.core.exceptions import ReauthenticationRequired
from allauth.core.internal.cryptokit import compare_user_code
from django.http import HttpRequest, HttpResponse

from .models import Person

STATE = "proof_code"
View = Callable[..., HttpResponse]


class ProofByCode(AbstractCodeVerificationProcess):  # type: ignore[misc]
    """A code on its way to the person who is signed in. It dies with its quarter of an hour, or of too many guesses."""

    def __init__(self, request: HttpRequest, person: Person, state: dict[str, Any]) -> None:
        self.request = request
        super().__init__(
            max_attempts=app_settings.LOGIN_BY_CODE_MAX_ATTEMPTS,
            timeout=app_settings.LOGIN_BY_CODE_TIMEOUT,
            state=state,
            user=person,
        )

    def persist(self) -> None:
        self.request.session[STATE] = self.state

    def abort(self) -> None:
        self.request.session.pop(STATE, None)

    def send(self) -> None:
        adapter = get_adapter()
        self.state["code"] = adapter.generate_login_code()
        adapter.send_mail("people/proof_code", self.user.email, {"user": self.user, "code": self.code})

    def is_met_by(self, code: str) -> bool:
        """Whether this is the code; if so, the proof is on record and the code is used up. A wrong one is counted."""
        if not compare_user_code(actual=code, expected=self.code):
            self.record_invalid_attempt()
            return False
        self.abort()
        email = self.user.email
        record_authentication(self.request, self.user, method="code", email=email, reauthenticated=True)
        return True


def send_proof(request: HttpRequest, person: Person) -> bool:
    """Send a code to the person's own address; False where they have had too many already."""
    if not ratelimit.consume(request, action="request_login_code", key=person.email):
        return False
    process = ProofByCode(request, person, ProofByCode.initial_state(user=person, email=person.email))
    process.send()
    process.persist()
    return True


def proof_awaited(request: HttpRequest, person: Person) -> ProofByCode | None:
    """The code that was sent and still works."""
    state = request.session.get(STATE)
    if not state or state.get("email") != person.email:
        return None
    return ProofByCode(request, person, state).abort_if_invalid()  # type: ignore[no-any-return]


def is_proven(request: HttpRequest) -> bool:
    """Whether the person has shown in the last minutes, after signing in, that it is still them."""
    shown = [one["at"] for one in get_authentication_records(request, request.user) if one.get("reauthenticated")]
    return bool(shown) and time.time() - shown[-1] < app_settings.REAUTHENTICATION_TIMEOUT


def proof_required(view: View) -> View:
    """Behind login_required: whoever has not proven lately who they are does so first, and then comes back."""

    @wraps(view)
    def proven(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_proven(request):
            raise ReauthenticationRequired
        return view(request, *args, **kwargs)

    return proven
