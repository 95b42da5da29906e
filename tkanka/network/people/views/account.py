"""My account: who I am here, how I enter."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tkanka.rules.standing import Standing

from ..actions import rename_person, set_language
from ..forms.account import ProfileForm
from ..models import Person
from ..queries import agreements, other_accounts, sessions_of, sign_in_ways


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
