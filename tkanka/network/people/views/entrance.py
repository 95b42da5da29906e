"""The few turns of signing in that the library leaves to us."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe


@require_safe
def code_is_over(request: HttpRequest) -> HttpResponse:
    """Where the library sends people whose code has expired, was mistaken too often, or belongs elsewhere."""
    waiting = messages.get_messages(request)
    if not len(waiting):
        messages.warning(request, _("Ten kod już nie działa. Podaj adres, a wyślemy nowy."))
    return redirect("account_login")


@require_safe
def no_passwords(request: HttpRequest) -> HttpResponse:
    """There are no passwords here to change or to forget."""
    return redirect("people:account")
