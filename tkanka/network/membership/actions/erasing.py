"""A person is forgotten: what they handed in stays as an event of the network, without them in it."""

from datetime import datetime

from django.db.models import Q

from tkanka.ground.kit.traces import OMITTED, Traces
from tkanka.ground.ledger.actions import entry
from tkanka.network.people.models import Person
from tkanka.rules.membership import APPLICATION, ApplicationState
from tkanka.rules.names import name_key
from tkanka.rules.parties import Kind
from tkanka.rules.standing import Standing

from ..models import AccessRequest, Application, Beside, ContactNote, NamedParty, Question, RequestState

DRAFT = ApplicationState.DRAFT
STEPS = ("contact_person", "contact_post", "email", "phone", "street", "postcode")


def forget_person(*, by: Standing, at: datetime, traces: Traces) -> None:
    """Drafts go; what was received loses the contact, and what is still open is taken back."""
    with entry("person.applications_forgotten", by=by, at=at) as record:
        person = Person(pk=traces.key)
        own = Application.objects.filter(Q(applicant=person) | Q(email__in=traces.emails))
        drafts = own.filter(state=DRAFT).delete()[0]
        for application in own.exclude(state=DRAFT):
            _without_contact(application, traces)
        traces.omit(Application.objects.all(), "data", "explanation")
        traces.omit(Question.objects.all(), "text", "answer")
        traces.omit(ContactNote.objects.all(), "text")
        _forget_contacts(traces)
        for named in traces.omit(NamedParty.objects.filter(kind=Kind.INDIVIDUAL), "name"):
            named.name_key = f"{name_key(named.name)} {named.pk}"
            named.save(update_fields=["name_key"])
        asked = AccessRequest.objects.filter(person=person)
        asked.filter(state=RequestState.OPEN).delete()
        asked.update(text="")
        traces.omit(AccessRequest.objects.all(), "text")
        record.about(person, drafts=drafts)


def _without_contact(application: Application, traces: Traces) -> None:
    """`data` keeps the steps as they were typed and the profile beside them: the contact goes out of all of them."""
    own = application.applicant_id == traces.key
    if traces.is_address(application.email):
        application.email = ""
    if own:
        application.data = {
            step: _blanked(said) if isinstance(said, dict) else said for step, said in application.data.items()
        }
        if application.is_open:
            application.state = APPLICATION.after(application.state, "withdraw")
    if own and application.kind == Kind.INDIVIDUAL:
        application.name, application.name_key, application.town = OMITTED, "", ""
        application.data = {}
    application.save()


def _blanked(said: dict[str, object]) -> dict[str, object]:
    return {name: "" if name in STEPS else value for name, value in said.items()}


def _forget_contacts(traces: Traces) -> None:
    """Observers and partners whose contact was this person have none now."""
    for beside in Beside.objects.filter(traces.within("contact_name", "contact_email", "reason")):
        if traces.is_address(beside.contact_email) or traces.in_text(beside.contact_name):
            beside.contact_name = beside.contact_email = beside.contact_phone = ""
        beside.reason = traces.omitted(beside.reason)
        beside.save()
