"""What I agreed to, and the texts themselves."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from tkanka.rules.ruling import Refused

from ..actions import give_consent, withdraw_consent
from ..models import How
from ..queries import agreements, consents_of, text_in_force, versions_of
from .account import me, oneself


@never_cache
@login_required
@require_safe
def consents(request: HttpRequest) -> HttpResponse:
    person = me(request)
    shown = {"agreements": agreements(person.pk, timezone.now()), "history": consents_of(person.pk)[:200]}
    return render(request, "people/consents.html", shown)


@login_required
@require_POST
def give(request: HttpRequest, code: str) -> HttpResponse:
    person, at = me(request), timezone.now()
    text = text_in_force(code, at)
    if text is None:
        raise Http404
    give_consent(person=person, text=text, how=How.ACCOUNT, by=oneself(person), at=at)
    messages.success(request, _("Zapisano Twoją zgodę."))
    return redirect("people:consents")


@login_required
@require_POST
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    person = me(request)
    if not versions_of(code):
        raise Http404
    try:
        withdraw_consent(person=person, code=code, how=How.ACCOUNT, by=oneself(person), at=timezone.now())
    except Refused as refused:
        if any(ground.code == "consent.not_required" for ground in refused.ruling.failed):
            messages.error(request, _("Bez tej zgody nie ma konta. Możesz ją wycofać, usuwając konto."))
    else:
        messages.success(request, _("Zgoda jest wycofana od tej chwili."))
    return redirect("people:consents")


@require_safe
def text(request: HttpRequest, code: str) -> HttpResponse:
    """A text in force, for everybody; its earlier and coming versions below."""
    at = timezone.now()
    versions = versions_of(code)
    shown = next((v for v in versions if v.in_force_from <= at), None)
    if shown is None:
        raise Http404
    wanted = request.GET.get("version", "")
    shown = next((v for v in versions if str(v.version) == wanted), shown)
    return render(request, "people/text.html", {"text": shown, "versions": versions, "now": at})
