"""One click from a letter: the page says what is known of the organisation, one button says that it is right."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tkanka.network.networks.actions import confirm_profile
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import standing_of
from tkanka.rules.membership import may_confirm_profile

from .. import queries


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def confirm(visit: Visit, token: str) -> HttpResponse:
    """Opening the page changes nothing, for programs open links too. No sign-in: the letter is proof enough for this.

    Who clicks acts as the person to whom the letter went, with the mandate they have today.
    """
    party, person = queries.asked_to_confirm(visit.network, token, visit.today)
    signed_in = visit.standing.person == person.pk
    standing = visit.standing if signed_in else standing_of(person, visit.network, visit.today)
    standing = standing.on_behalf_of(party.pk)
    ruling = may_confirm_profile(visit.frame.book, standing, organisation=party.pk)
    if visit.method == "POST":
        ruling.require()
        confirm_profile(by=standing, at=timezone.now(), organisation=party)
        messages.success(visit, _("Dziękujemy. Zapisaliśmy, że profil jest aktualny."))
        return redirect("tenure:confirm", network=visit.network.slug, token=token)
    shown = {
        "party": party, "ruling": ruling, "person": person,
        "stale": queries.is_stale(visit.frame.book, party, visit.today),
        "units": list(party.areas.order_by("name")[:60]), "concepts": list(party.concepts.all()[:100]),
    }  # fmt: skip
    return render(visit, "tenure/confirm.html", shown)
