from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.network.networks import actions
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Subregion
from tkanka.rules.networks import may_define_areas

from .. import queries
from ..forms import SubregionForm
from .showing import show


@require_safe
@in_network
def subregions(visit: Visit) -> HttpResponse:
    return show(
        visit,
        "subregions.html",
        subregions=queries.subregions_with_units(visit.network),
        may_define=may_define_areas(visit.standing),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def add_subregion(visit: Visit) -> HttpResponse:
    return _draw(visit, None)


@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def edit_subregion(visit: Visit, key: UUID) -> HttpResponse:
    return _draw(visit, queries.subregion_in(visit.network, key))


def _draw(visit: Visit, subregion: Subregion | None) -> HttpResponse:
    may_define_areas(visit.standing).require()
    areas = queries.area_of()
    others = queries.subregions_with_units(visit.network)
    form = SubregionForm(visit.POST if visit.method == "POST" else None, areas, others, subregion)
    if visit.method == "POST" and form.is_valid():
        actions.define_subregion(
            by=visit.standing,
            at=timezone.now(),
            network=visit.network,
            labels=form.labels,
            units=form.chosen,
            subregion=subregion,
        )
        messages.success(visit, _("Zapisano subregion."))
        return redirect("network_settings:subregions", network=visit.network.slug)
    taken = {str(u.pk): one.label for one in others if one != subregion for u in one.units.all()}
    return show(visit, "subregion.html", form=form, subregion=subregion, groups=_groups(areas, form, taken))


def _groups(areas: list[queries.Area], form: SubregionForm, taken: dict[str, str]) -> list[dict[str, object]]:
    """Voivodeships with their powiats as boxes; open where something is ticked or already drawn by the network."""
    ticked = form.ticked
    return [
        {
            "name": area.unit.name,
            "boxes": [(str(u.pk), u.name, str(u.pk) in ticked, taken.get(str(u.pk), "")) for u in area.powiats],
            "ticked": sum(str(u.pk) in ticked for u in area.powiats),
            "open": any(str(u.pk) in ticked or str(u.pk) in taken for u in area.powiats),
        }
        for area in areas
    ]


@require_POST
@in_network
def dissolve_subregion(visit: Visit, key: UUID) -> HttpResponse:
    subregion = queries.subregion_in(visit.network, key)
    actions.dissolve_subregion(by=visit.standing, at=timezone.now(), subregion=subregion)
    messages.success(visit, _("Subregion zniesiono."))
    return redirect("network_settings:subregions", network=visit.network.slug)
