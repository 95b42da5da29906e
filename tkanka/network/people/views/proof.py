"""Proving once more that it is me."""

from allauth.account.internal.flows.reauthentication import resume_request
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ..forms.proof import ProofForm
from ..models import Person
from ..proof import proof_awaited, send_proof
from .account import me


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: HttpRequest) -> HttpResponse:
    """Asks for a code to be sent, then for the code; afterwards what was begun goes on."""
    person = me(request)
    if "send" in request.POST:
        return _sent(request, person)
    awaited = proof_awaited(request, person)
    form = ProofForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if awaited and awaited.is_met_by(form.cleaned_data["code"]):
            return resume_request(request) or redirect("people:account")
        awaited = proof_awaited(request, person)
        form.add_error("code", _("To nie ten kod.") if awaited else _("Ten kod już nie działa. Poproś o nowy."))
    shown = {"form": form, "awaited": awaited, "to": person.email}
    return render(request, "people/prove.html", shown, status=422 if form.errors else 200)


def _sent(request: HttpRequest, person: Person) -> HttpResponse:
    if send_proof(request, person):
        return redirect(request.get_full_path())
    form = ProofForm(None)
    trouble = _("Poproszono już o kilka kodów. Poczekaj chwilę i spróbuj jeszcze raz.")
    shown = {"form": form, "awaited": proof_awaited(request, person), "to": person.email, "trouble": trouble}
    return render(request, "people/prove.html", shown, status=429)
