"""Contact persons: named by their organisation, kept by themselves."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tkanka.ground.kit.wording import reasons
from tkanka.network.networks.doors import Visit, in_network
from tkanka.network.networks.queries import organisation_in
from tkanka.network.people.models import How, Person
from tkanka.network.people.queries import consent_in_force, text_in_force
from tkanka.rules.contacts import may_change_contact, may_keep_contact
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Standing

from .. import actions, limits, queries
from ..forms.cards import CardForm, ProposalForm
from ..models import ContactPerson
from ..tokens import card_of
from .profile import own
from .showing import show

BY_LETTER = Standing(system="letter")
CONSENT = "contact"


@login_required
@require_safe
@in_network
def my_cards(visit: Visit) -> HttpResponse:
    """My cards in the network, and what organisations ask me to agree to."""
    person = me(visit)
    kept = queries.own_cards(visit.network, person, visit.today)
    mine = {m.organisation for m in visit.standing.mandates} - {c.organisation_id for c in kept if c.person_id}
    return show(
        visit,
        "my_cards.html",
        place="desk",
        proposals=[card for card in kept if card.is_open],
        cards=[(card, queries.card_for(card, visit.standing)) for card in kept if not card.is_open],
        consent=consent_in_force(person.pk, CONSENT),
        may_add=queries.organisations_in(visit.network, mine, visit.today),
    )


@require_safe
@in_network
def contacts(visit: Visit, key: UUID) -> HttpResponse:
    """The contact persons of one's own organisation: shown ones, and those who have not answered."""
    party = own(visit, key)
    cards = queries.cards_of([party.pk], visit.standing).get(party.pk, [])
    hidden = len(queries.agreed_cards_of(party)) - len(cards)
    return show(
        visit, "contact_persons.html", party=party, cards=cards, hidden=hidden, proposals=queries.proposals_of(party)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def propose(visit: Visit, key: UUID) -> HttpResponse:
    """Name somebody as a contact of one's organisation; they are asked by letter."""
    party = own(visit, key)
    form = ProposalForm(visit.POST if visit.method == "POST" else None)
    if visit.method == "POST" and form.is_valid():
        if not limits.PROPOSALS.take(str(visit.standing.person)):
            form.add_error(None, _("To dużo próśb jak na jeden dzień. Wróć jutro."))
        elif send_proposal(visit, key, form):
            return redirect("directory:contact-persons", visit.network.slug, party.pk)
    return show(visit, "propose.html", party=party, form=form)


def send_proposal(visit: Visit, key: UUID, form: ProposalForm) -> bool:
    """Whether it was sent; why not stands beside the address."""
    party = own(visit, key)
    try:
        actions.propose_contact(
            by=visit.standing, at=timezone.now(), network=visit.network, organisation=party, **form.cleaned_data
        )
    except Refused as refused:
        form.add_error("email", " ".join(reasons(refused.ruling)))
        return False
    messages.success(visit, _("Wysłaliśmy pytanie o zgodę. Do odpowiedzi nikt inny tych danych nie zobaczy."))
    return True


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def answer_proposal(visit: Visit, token: str) -> HttpResponse:
    """The page the letter leads to: agree, with what one wants to be said, or decline. Opening it changes nothing."""
    key = card_of(token)
    if key is None:
        raise Http404
    card = queries.proposal_in(visit.network, key, visit.today)
    if card is None:
        return show(visit, "answered.html")
    return answer(visit, card, BY_LETTER, How.LETTER)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def answer_signed_in(visit: Visit, key: UUID) -> HttpResponse:
    """The same for somebody who is signed in with the address that was asked."""
    card = queries.proposal_in(visit.network, key, visit.today)
    if card is None or not queries.is_addressed(card, visit.standing):
        raise Http404
    return answer(visit, card, visit.standing, How.FORM)


def answer(visit: Visit, card: ContactPerson, by: Standing, how: str) -> HttpResponse:
    if visit.method == "POST" and "decline" in visit.POST:
        actions.decline_proposal(by=by, at=timezone.now(), network=visit.network, card=card)
        return show(visit, "answered.html", declined=True)
    form = CardForm(visit.POST if visit.method == "POST" else None, card)
    if visit.method == "POST" and form.is_valid():
        language = (get_language() or "pl")[:2]
        actions.accept_proposal(
            by=by, at=timezone.now(), network=visit.network, card=card, how=how, language=language, **form.card
        )
        return show(visit, "answered.html", accepted=True, party=card.organisation)
    text = text_in_force(CONSENT, timezone.now())
    return show(visit, "card.html", form=form, party=card.organisation, answering=True, text=text)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def add_own(visit: Visit, key: UUID) -> HttpResponse:
    """Put myself among the contacts of an organisation I act for."""
    party = organisation_in(visit.network, key, visit.today)
    person = me(visit)
    may_keep_contact(visit.standing, own=True, organisation=party.pk).require()
    kept = queries.card_of_person(party.pk, person.pk)
    card = kept or ContactPerson(organisation=party, person=person, name=person.name, email=person.email)
    form = CardForm(visit.POST if visit.method == "POST" else None, card, agreed=has_agreed(person))
    if visit.method == "POST" and form.is_valid():
        actions.add_own_card(
            by=visit.standing, at=timezone.now(), network=visit.network, organisation=party, person=person, **form.card
        )
        messages.success(visit, _("Zapisano. Te dane widać już tak, jak wybrano."))
        return redirect("directory:my-cards", visit.network.slug)
    return show(visit, "card.html", form=form, party=party, text=text_in_force(CONSENT, timezone.now()))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def change(visit: Visit, key: UUID) -> HttpResponse:
    """My card: what it says and who sees what."""
    card = queries.card_in(visit.network, key, visit.today)
    person = me(visit)
    may_change_contact(visit.standing, own=card.person_id == person.pk).require()
    form = CardForm(visit.POST if visit.method == "POST" else None, card, agreed=has_agreed(person))
    if visit.method == "POST" and form.is_valid():
        actions.change_card(by=visit.standing, at=timezone.now(), network=visit.network, card=card, **form.card)
        messages.success(visit, _("Zapisano. Te dane widać już tak, jak wybrano."))
        return redirect("directory:my-cards", visit.network.slug)
    text = text_in_force(CONSENT, timezone.now())
    return show(visit, "card.html", form=form, party=card.organisation, card=card, text=text)


@require_POST
@in_network
def take_down(visit: Visit, key: UUID) -> HttpResponse:
    """The card or proposal is deleted: by the person or by their organisation."""
    card = queries.card_in(visit.network, key, visit.today)
    mine = visit.standing.person is not None and card.person_id == visit.standing.person
    actions.take_down_card(by=visit.standing, at=timezone.now(), network=visit.network, card=card)
    messages.success(visit, _("Usunięto dane kontaktowe."))
    if mine:
        return redirect("directory:my-cards", visit.network.slug)
    return redirect("directory:contact-persons", visit.network.slug, card.organisation_id)


def me(visit: Visit) -> Person:
    person = visit.user
    assert isinstance(person, Person), "the page asks people to sign in first"
    return person


def has_agreed(person: Person) -> bool:
    return consent_in_force(person.pk, CONSENT) is not None
