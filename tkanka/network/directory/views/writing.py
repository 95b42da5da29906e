"""Writing to an organisation from its page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.models import Organisation
from tkanka.network.networks.queries import organisation_in
from tkanka.network.people.models import Person
from tkanka.rules.contacts import may_write_to

from .. import limits, queries
from ..actions import send_message
from ..forms.writing import MessageForm
from .showing import show


@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def write(visit: Visit, key: UUID) -> HttpResponse:
    """A message passed on to those who answer for the organisation; their addresses are not shown."""
    party = organisation_in(visit.network, key, visit.today)
    ruling = may_write_to(reachable=bool(queries.answering_for(party, visit.today)))
    person = visit.user if isinstance(visit.user, Person) else None
    form = MessageForm(visit.POST if visit.method == "POST" else None, person)
    if visit.method == "POST" and ruling and form.is_valid():
        if form.by_machine or passed_on(visit, party, form):
            messages.success(visit, _("Wiadomość jest w drodze. Odpowiedź przyjdzie na Twój adres."))
            return redirect("directory:organisation", visit.network.slug, party.pk)
        form.add_error(None, _("Za dużo wiadomości naraz. Spróbuj ponownie za godzinę."))
    return show(visit, "write.html", party=party, form=form, ruling=ruling)


def passed_on(visit: Visit, party: Organisation, form: MessageForm) -> bool:
    """Whether it was sent; not when too much was sent already."""
    by = visit.standing
    free = limits.BY_PERSON.take(str(by.person)) if by.person else limits.BY_ADDRESS.take(limits.address_of(visit))
    if not free or not limits.TO_ORGANISATION.take(str(party.pk)):
        return False
    name, email = form.sender
    send_message(
        by=by, at=timezone.now(), network=visit.network, organisation=party, subject=form.cleaned_data["subject"],
        text=form.cleaned_data["message"], name=name, email=email,
    )  # fmt: skip
    return True
