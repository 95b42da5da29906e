"""The secretariat's list of members, and who has not yet confirmed the declarations in the version in force."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tkanka.ground.kit.downloads import csv_answer
from tkanka.ground.kit.paging import page_of
from tkanka.ground.kit.wording import label
from tkanka.network.networks.doors import Visit
from tkanka.network.networks.queries import memberships_of
from tkanka.rules.membership import declarations
from tkanka.rules.parties import Kind

from ..queries import unconfirmed
from .gates import in_office


@require_safe
@in_office
def members(visit: Visit) -> HttpResponseBase:
    found = memberships_of(visit.network, visit.today).select_related("organisation").order_by("organisation__name")
    if visit.GET.get("format") == "csv":
        columns = [_("Nazwa"), _("Rodzaj"), _("Miejscowość"), _("W sieci od")]
        rows = ([m.organisation.name, label(Kind(m.organisation.kind)), m.organisation.town, m.since]
                for m in found[:20_000])  # fmt: skip
        return csv_answer(_("czlonkowie"), columns, rows)
    rows_shown = page_of(found, visit)
    shown = {
        "rows": [(m, label(Kind(m.organisation.kind))) for m in rows_shown],
        "page": rows_shown,
        "lacking": unconfirmed(visit.network, visit.today, visit.frame.charter).count(),
        "place": "secretariat",
    }
    return render(visit, "membership/members.html", shown)


@require_safe
@in_office
def not_confirmed(visit: Visit) -> HttpResponseBase:
    """Who has not yet confirmed. Nobody loses anything by it."""
    found = unconfirmed(visit.network, visit.today, visit.frame.charter)
    if visit.GET.get("format") == "csv":
        rows = ([o.name, label(Kind(o.kind)), o.town] for o in found[:20_000])
        return csv_answer(_("bez-potwierdzenia"), [_("Nazwa"), _("Rodzaj"), _("Miejscowość")], rows)
    shown = {
        "page": page_of(found, visit),
        "version": visit.frame.charter,
        "asked": declarations(visit.frame.book),
        "place": "secretariat",
        "here": "membership:members",
    }
    return render(visit, "membership/not_confirmed.html", shown)
