"""An organisation's own activities: the list, copying into the next period, confirming."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from tkanka.ground.kit.paging import page_of
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation
from tkanka.network.vocabulary.queries import vocabulary

from .. import actions, queries
from ..forms.mine import MineFilter
from ..lines import lines_of
from ..models import Activity
from ..periods import next_quarter
from .entering import chosen_of, publishable

MOST_AT_ONCE = 500


@require_safe
@login_required
@in_network
def mine(visit: Visit) -> HttpResponse:
    """Everything one organisation entered, drafts too."""
    organisations = publishable(visit)
    chosen = chosen_of(visit, organisations)
    form = MineFilter(visit.GET)
    context: dict[str, Any] = {"organisations": organisations, "organisation": chosen, "form": form}
    if chosen is None:
        return render(visit, "activities/mine.html", context)
    found = queries.sought(queries.own_activities(visit.network, chosen.pk), form.sought(), timezone.now())
    page = page_of(found, visit, per=50)
    starts, ends = next_quarter(visit.today)
    context |= {
        "page": page,
        "lines": lines_of(page.items, queries.own_rows(page.items), vocabulary(), visit.today),
        "filtered": bool(form.sought()),
        "next_starts": starts,
        "next_ends": ends,
        "stale": queries.stale_activities(timezone.now(), visit.network).filter(organisation=chosen).count(),
    }
    return render(visit, "activities/mine.html", context)


def _chosen(visit: Visit) -> tuple[Organisation, list[Activity]]:
    """The organisation posted for, and those of its activities that were ticked."""
    organisation = chosen_of(visit, publishable(visit))
    if organisation is None:
        raise Http404
    keys = [key for text in visit.POST.getlist("activity")[:MOST_AT_ONCE] if (key := _key(text))]
    own = queries.own_activities(visit.network, organisation.pk)
    return organisation, list(own.filter(pk__in=keys))


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _back(visit: Visit, organisation: Organisation) -> HttpResponse:
    address = reverse("activities:mine", kwargs={"network": visit.network.slug})
    return redirect(f"{address}?organisation={organisation.pk}")


@require_POST
@login_required
@in_network
def copy(visit: Visit) -> HttpResponse:
    """The ticked ones again, planned for the period chosen."""
    organisation, chosen = _chosen(visit)
    starts, ends = _period(visit)
    if not chosen:
        messages.error(visit, _("Zaznacz działania, które mają trwać dalej."))
    elif starts is None or ends is None or ends < starts:
        messages.error(visit, _("Podaj początek i późniejszy od niego koniec okresu."))
    else:
        told: dict[str, Any] = {"network": visit.network, "organisation": organisation, "activities": chosen}
        done = actions.copy_activities(by=visit.standing, at=timezone.now(), **told, starts=starts, ends=ends)
        _say_copied(visit, len(done.made), len(done.repeated))
    return _back(visit, organisation)


def _period(visit: Visit) -> tuple[date | None, date | None]:
    days = []
    for field in ("starts", "ends"):
        try:
            day = date.fromisoformat(visit.POST.get(field, ""))
        except ValueError:
            return None, None
        days.append(day if abs(day.year - visit.today.year) <= 5 else None)
    return days[0], days[1]


def _say_copied(visit: Visit, made: int, repeated: int) -> None:
    if made:
        said = ngettext("Skopiowano %(n)s działanie.", "Skopiowano %(n)s działań.", made) % {"n": made}
        messages.success(visit, said)
    if repeated:
        said = ngettext(
            "%(n)s działanie ma już wpis na ten okres.", "%(n)s działań ma już wpis na ten okres.", repeated
        )
        messages.info(visit, said % {"n": repeated})


@require_POST
@login_required
@in_network
def confirm(visit: Visit) -> HttpResponse:
    """The ticked ones still hold; with `all`, everything that is due."""
    organisation, chosen = _chosen(visit)
    if "all" in visit.POST:
        due = queries.stale_activities(timezone.now(), visit.network).filter(organisation=organisation)
        chosen = list(due[:MOST_AT_ONCE])
    if chosen:
        told: dict[str, Any] = {"network": visit.network, "organisation": organisation, "activities": chosen}
        n = actions.confirm_activities(by=visit.standing, at=timezone.now(), **told)
        said = ngettext("Potwierdzono %(n)s wpis.", "Potwierdzono %(n)s wpisów.", n) % {"n": n}
        messages.success(visit, said)
    else:
        messages.error(visit, _("Zaznacz wpisy, które są aktualne."))
    return _back(visit, organisation)
