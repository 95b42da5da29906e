from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tkanka.network.networks import actions
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.networks import may_describe_network

from ..forms import DetailsForm
from .showing import show


@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit_details(visit: Visit) -> HttpResponse:
    may_describe_network(visit.standing).require()
    form = DetailsForm.of(visit.network, visit.POST if visit.method == "POST" else None)
    if visit.method == "POST" and form.is_valid():
        if form.changed:
            actions.redescribe_network(by=visit.standing, at=timezone.now(), network=visit.network, **form.changed)
        messages.success(visit, _("Zapisano dane sieci."))
        return redirect("network_settings:settings", network=visit.network.slug)
    return show(visit, "details.html", form=form)
