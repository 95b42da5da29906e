"""My account: who I am here, how I enter, what I take along."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.rules.standing import Standing

from ..actions import erase_person, rename_person, set_language
from ..forms.account import EraseForm, ProfileForm
from ..models import Person
from ..queries import agreements, export_person, other_accounts, sessions_of, sign_in_ways


def me(request: HttpRequest) -> Person:
    """Who is signed in; only behind login_required."""
    assert isinstance(request.user, Person)
    return request.user


def oneself(person: Person) -> Standing:
    """A person acting for themselves, in no network."""
    return Standing(person=person.pk)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    person, at = me(request), timezone.now()
    form = ProfileForm(request.POST or None, initial={"name": person.name, "language": person.language})
    if request.method == "POST" and form.is_valid():
        _change(person, form.cleaned_data)
        messages.success(request, _("Zapisano."))
        return redirect("people:account")
    shown = {
        "form": form,
        "ways": sign_in_ways(person.pk),
        "sessions": len(sessions_of(person.pk, at)),
        "agreements": agreements(person.pk, at),
        "other_accounts": other_accounts(person.pk),
    }
    return render(request, "people/account.html", shown, status=422 if form.errors else 200)


def _change(person: Person, wanted: dict[str, Any]) -> None:
    by, at = oneself(person), timezone.now()
    if wanted["name"] != person.name:
        rename_person(person=person, name=wanted["name"], by=by, at=at)
    if wanted["language"] != person.language:
        set_language(person=person, language=wanted["language"], by=by, at=at)


@never_cache
@login_required
@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    """Everything this room keeps of me, as a file."""
    answer = JsonResponse(export_person(me(request)), json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = 'attachment; filename="tkanka-my-data.json"'
    return answer


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required  # type: ignore[untyped-decorator]
def erase(request: HttpRequest) -> HttpResponse:
    person = me(request)
    form = EraseForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        erase_person(person=person, by=oneself(person), at=timezone.now())
        logout(request)
        messages.success(request, _("Konto zostało usunięte."))
        return redirect("account_login")
    return render(request, "people/erase.html", {"form": form}, status=422 if form.errors else 200)
