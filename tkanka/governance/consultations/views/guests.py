"""Somebody from outside: the address of their letter is the key."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.ground.kit.lookup import one_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Standing

from .. import actions, queries
from ..doors import Place, guest_at
from ..forms import WordsForm
from ..models import Remark
from .consultations import shown_of
from .remarks import paragraph_asked

GUEST = Standing(system="guest")


@never_cache
@require_safe
@in_network
def guest(visit: Visit, token: str) -> HttpResponse:
    """The text with a button for a remark at each paragraph, and what they said."""
    place = guest_at(visit, token)
    shown = shown_of(place) | {"token": token, "guest": place.guest}
    return render(visit, "consultations/consultation.html", shown)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def guest_remark(visit: Visit, token: str) -> HttpResponse:
    """Remark on a paragraph; change (`?remark`) or take back what one said."""
    place = guest_at(visit, token)
    before = _own(place, visit.GET.get("remark", "")) if visit.GET.get("remark") else None
    if not place.facts.open:
        raise Refused(place.facts.remark(None))
    if before is not None and visit.POST.get("withdraw"):
        actions.withdraw_remark(by=GUEST, at=timezone.now(), remark=before, guest=place.guest)
        messages.success(visit, _("Uwaga wycofana."))
        return redirect("consultations:guest", network=visit.network.slug, token=token)
    paragraph = before.paragraph if before else paragraph_asked(place, visit)
    said = {"stance": before.stance, "text": before.text, "proposal": before.proposal} if before else None
    form = WordsForm(visit.POST if visit.method == "POST" else None, initial=said)
    if visit.method == "POST" and form.is_valid():
        at, words = timezone.now(), form.words()
        if before is not None:
            actions.change_remark(by=GUEST, at=at, remark=before, guest=place.guest, **words)
        else:
            actions.remark(by=GUEST, at=at, consultation=place.consultation, paragraph=paragraph, guest=place.guest,
                           **words)  # fmt: skip
        messages.success(visit, _("Uwaga zapisana. Do końca konsultacji możesz ją zmienić."))
        return redirect("consultations:guest", network=visit.network.slug, token=token)
    shown = {
        "consultation": place.consultation, "document": place.consultation.version.document, "form": form,
        "paragraph": paragraph, "remark": before, "token": token, "guest": place.guest,
    }  # fmt: skip
    return render(visit, "consultations/remark.html", shown, status=422 if form.errors else 200)


def _own(place: Place, key: str) -> Remark:
    if place.guest is None:
        raise Http404
    return one_of(queries.own_remarks(place.consultation, place.visit.standing, place.guest), pk=key)
