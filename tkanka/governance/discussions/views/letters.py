"""How I want to hear of discussions, in all networks."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tkanka.network.people.models import Person

from .. import marks, queries
from ..forms import LettersForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: HttpRequest) -> HttpResponse:
    person = cast(Person, request.user)
    wish = queries.wish_of(person.pk)
    kept = {name: getattr(wish, name) for name in ("pace", "followed_at_once", "mentions_at_once")}
    form = LettersForm(request.POST if request.method == "POST" else None, initial=kept)
    if request.method == "POST" and form.is_valid():
        marks.set_letters(person=person.pk, **form.cleaned_data)
        messages.success(request, _("Zapisano."))
        return redirect("discussions:letters")
    return render(request, "discussions/letters.html", {"form": form}, status=422 if form.errors else 200)


@login_required
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    """No letter one ever got can be answered by mail any more (a mailbox was lost, a letter was passed on)."""
    marks.revoke_reply_keys(person=cast(Person, request.user).pk, at=timezone.now())
    messages.success(request, _("Na dotychczasowe listy nie można już odpowiedzieć e-mailem."))
    return redirect("discussions:letters")
