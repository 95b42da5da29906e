"""Taking one's data along, and leaving for good: both ask every room."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.network.people.models import Person
from tkanka.network.people.proof import proof_required
from tkanka.rules.standing import Standing

from ..actions import erase_everywhere
from ..forms import EraseForm
from ..privacy import export_of


def me(request: HttpRequest) -> Person:
    """Who is signed in; only behind login_required."""
    assert isinstance(request.user, Person)
    return request.user


@never_cache
@login_required
@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    """Everything the house keeps of me, as a file."""
    answer = JsonResponse(export_of(me(request)), json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = 'attachment; filename="tkanka-my-data.json"'
    return answer


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@proof_required
def erase(request: HttpRequest) -> HttpResponse:
    person = me(request)
    form = EraseForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        erase_everywhere(person=person, by=Standing(person=person.pk), at=timezone.now())
        logout(request)
        messages.success(request, _("Konto zostało usunięte."))
        return redirect("account_login")
    return render(request, "front/erase.html", {"form": form}, status=422 if form.errors else 200)
