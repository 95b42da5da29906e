"""Those whom a network's texts name: everybody sees who has confirmed it; the secretariat keeps the list."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.ground.kit.wording import label
from tkanka.network.networks.doors import Visit, in_network
from tkanka.rules.membership import Mode, mode
from tkanka.rules.parties import Kind

from .. import actions
from ..forms.naming import NamesForm
from ..queries import named_in, named_of
from .gates import in_office


@require_safe
@in_network
def named(visit: Visit) -> HttpResponse:
    rows = page_of(named_of(visit.network, visit.today), visit)
    shown = {
        "rows": [(one, label(Kind(one.kind))) for one in rows],
        "page": rows,
        "verified": mode(visit.frame.book).value == Mode.VERIFIED,
    }
    return render(visit, "membership/named.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def name_parties(visit: Visit) -> HttpResponse:
    form = NamesForm(visit.frame.book, visit.POST if visit.method == "POST" else None)
    if visit.method == "POST" and form.is_valid():
        made = actions.name_parties(by=visit.standing, at=timezone.now(), network=visit.network, **form.cleaned_data)
        said = ngettext("Wpisana %(n)s nazwa.", "Wpisanych nazw: %(n)s.", len(made))
        messages.success(visit, said % {"n": len(made)})
        return redirect("membership:named", network=visit.network.slug)
    shown = {"form": form, "place": "secretariat", "here": "membership:members"}
    return render(visit, "membership/name_parties.html", shown)


@require_POST
@in_office
def drop_named(visit: Visit, key: UUID) -> HttpResponse:
    actions.drop_named(by=visit.standing, at=timezone.now(), named=named_in(visit.network, key))
    messages.success(visit, _("Skreślone z listy."))
    return redirect("membership:named", network=visit.network.slug)
