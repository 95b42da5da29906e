"""The host organisation: until when it keeps the secretariat, with whose money, what it owes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tkanka.network.networks.actions import guarantee_hosting
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Hosting
from tkanka.network.networks.queries import history_of, hostings_of
from tkanka.rules.host import guarantee as guarantee_of
from tkanka.rules.host import may_record_guarantee, reminders
from tkanka.rules.ruling import Ruling

from ..forms import GuaranteeForm


@require_safe
@in_network
def host(visit: Visit) -> HttpResponse:
    """For everybody: who keeps the secretariat, guaranteed until when, and its obligations with their paragraphs."""
    hostings = hostings_of(visit.network)
    hosting = visit.frame.hosting
    book = visit.frame.book
    shown = {
        "hosting": hosting,
        "former": [one for one in hostings if hosting is None or one.pk != hosting.pk],
        "terms": book.host,
        "guarantee": guarantee_of(book, hosting.guaranteed_until, visit.today) if hosting else None,
        "may_extend": bool(hosting and _ruling(visit, hosting)),
        "reminders": reminders(book, hosting.guaranteed_until) if hosting and hosting.guaranteed_until else (),
        "history": history_of(hosting) if hosting else [],
    }
    return render(visit, "tenure/host.html", shown)


def _ruling(visit: Visit, hosting: Hosting) -> Ruling:
    own = hosting.organisation_id in visit.standing.represents
    ahead = visit.today.replace(year=visit.today.year + 1, day=1)
    return may_record_guarantee(visit.frame.book, visit.standing, represents_host=own, until=ahead, today=visit.today)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def guarantee(visit: Visit) -> HttpResponse:
    """Enter what the host pledged."""
    hosting = visit.frame.hosting
    if hosting is None:
        raise Http404
    ruling = _ruling(visit, hosting)
    ruling.require()
    kept = ("donor", "grant_since", "grant_until", "note")
    before = {"until": hosting.guaranteed_until} | {name: getattr(hosting, name) for name in kept}
    form = GuaranteeForm(visit.POST or None, today=visit.today, initial=before)
    if visit.method == "POST" and form.is_valid():
        guarantee_hosting(
            by=visit.standing.on_behalf_of(hosting.organisation_id),
            at=timezone.now(),
            hosting=hosting,
            **form.cleaned_data,
        )
        messages.success(visit, _("Zapewnienie zapisane."))
        return redirect("tenure:host", network=visit.network.slug)
    shown = {"form": form, "hosting": hosting, "place": "secretariat" if visit.standing.keeps_the_network else "desk"}
    return render(visit, "tenure/guarantee.html", shown, status=422 if form.errors else 200)
