"""Applications in every state, made by the actions everybody uses."""

from datetime import timedelta

from tests import cast as made_by
from tkanka.network.membership import actions
from tkanka.network.membership.profile import Profile
from tkanka.network.networks.queries import charter_on, rulebook_of, standing_of
from tkanka.rules.membership import declarations
from tkanka.rules.standing import Standing

NOW, DAY = made_by.NOW, made_by.DAY
ACTIVE = "active_in_migration_and_integration_in_poland"
SUPPORTS = "supports_organisations_active_there"


def profile(name="Fundacja Otwarty Brzeg", kind="foundation", stated=(ACTIVE,), **more):
    return Profile(name=name, kind=kind, stated=tuple(stated), town="Świnoujście", contact_person="Ktoś", **more)


def by(person, network, day=DAY):
    return standing_of(person, network, day) if person else Standing()


def draft(network, person=None, at=NOW, organisation=None, name="Fundacja Otwarty Brzeg", kind="foundation"):
    acts = by(person, network)
    found = actions.begin_draft(
        by=acts, at=at, network=network, applicant=person, language="pl", organisation=organisation
    )
    return actions.save_draft(
        by=acts, at=at, draft=found, own=True, step="which", typed={"name": name, "kind": kind, "number": ""}
    )


def submit(application, at=NOW, made=None, **about):
    network, person = application.network, application.applicant
    facts = {"name": application.name, "kind": application.kind} | about
    return actions.submit_application(
        by=by(person, network),
        at=at,
        application=application,
        own=True,
        profile=profile(**facts),
        made=declarations(rulebook_of(network, DAY)) if made is None else made,
        charter=charter_on(network, DAY),
    )


def submitted(network, person, at=NOW, name="Fundacja Otwarty Brzeg", kind="foundation", organisation=None, **about):
    return submit(draft(network, person, at, organisation, name=name, kind=kind), at, **about)


def asked(network, person, office, at=NOW, **about):
    application = submitted(network, person, at, **about)
    actions.ask_applicant(
        by=by(office, network), at=at + timedelta(hours=1), application=application, text="Co robicie?"
    )
    application.refresh_from_db()
    return application


def refused(network, person, office, at=NOW, **about):
    application = submitted(network, person, at, **about)
    return actions.refuse_application(
        by=by(office, network), at=at + timedelta(hours=1), application=application, reason="eligibility",
        explanation="Pobieracie opłaty za umówienie wizyty w urzędzie.",
    )  # fmt: skip


def accepted(network, person, office, at=NOW, **about):
    application = submitted(network, person, at, **about)
    actions.accept_application(by=by(office, network), at=at + timedelta(hours=1), application=application)
    application.refresh_from_db()
    return application
