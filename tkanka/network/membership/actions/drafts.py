"""Drafts: begun by anybody, saved at every step, found again by a link, forgotten when nobody comes back."""

from datetime import datetime
from typing import Any

from tkanka.ground.kit.dates import only_day
from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import rulebook_of
from tkanka.network.people.models import Person
from tkanka.rules.membership import ApplicationState, may_begin, may_write_draft
from tkanka.rules.names import name_key
from tkanka.rules.standing import Standing

from ..letters import to_draft
from ..models import Application

Typed = dict[str, Any]


def begin_draft(
    *,
    by: Standing,
    at: datetime,
    network: Network,
    language: str,
    applicant: Person | None = None,
    organisation: Organisation | None = None,
    email: str = "",
) -> Application:
    """A new draft: one's own (`applicant` is who acts, or nobody yet), or typed in by the secretariat for somebody."""
    with entry("application.begun", by=by, at=at) as record:
        assisted = applicant is not None and applicant.pk != by.person
        record.rests_on(may_begin(rulebook_of(network, only_day(at)), by, for_somebody=assisted))
        draft = Application.objects.create(
            network=network,
            applicant=applicant,
            typed_by_id=by.person if assisted else None,
            organisation=organisation,
            name=organisation.name if organisation else "",
            name_key=organisation.name_key if organisation else "",
            kind=organisation.kind if organisation else "",
            email=email or (applicant.email if applicant else ""),
            language=applicant.language if applicant else language,
            state=ApplicationState.DRAFT,
            begun_at=at,
            saved_at=at,
        )
        record.about(draft, applicant=draft.applicant_id, typed_by=draft.typed_by_id)
        return draft


def save_draft(*, by: Standing, at: datetime, draft: Application, own: bool, step: str, typed: Typed) -> Application:
    """Keep what was typed in one step, as it was typed, right or wrong. `own`: the visitor holds the draft."""
    with entry("application.saved", by=by, at=at) as record:
        draft = locked(draft)
        record.rests_on(may_write_draft(own=own, state=draft.state))
        draft.data = {**draft.data, step: typed}
        draft.saved_at = at
        if draft.organisation_id is None:
            _name(draft, typed)
        draft.town = str(typed.get("town", draft.town))[:120]
        draft.save()
        record.about(draft, step=step)
        return draft


def _name(draft: Application, typed: Typed) -> None:
    draft.name = str(typed.get("name", draft.name)).strip()[:200]
    draft.name_key = name_key(draft.name)
    draft.kind = str(typed.get("kind", draft.kind))[:40]


def give_draft(*, by: Standing, at: datetime, draft: Application, own: bool, person: Person) -> Application:
    """A draft begun without an account becomes the draft of the person who has signed in with it in hand."""
    with entry("application.claimed", by=by, at=at) as record:
        draft = locked(draft)
        record.rests_on(may_write_draft(own=own and draft.applicant_id in (None, person.pk), state=draft.state))
        draft.applicant = person
        draft.email = draft.email or person.email
        draft.save(update_fields=["applicant", "email"])
        record.about(draft, applicant=person.pk)
        return draft


def send_draft_link(
    *, by: Standing, at: datetime, draft: Application, own: bool, email: str, token: str
) -> Application:
    """Send the link of the draft to this address; nothing in it can be read without the link."""
    with entry("application.link_sent", by=by, at=at) as record:
        draft = locked(draft)
        record.rests_on(may_write_draft(own=own, state=draft.state))
        draft.email = email
        draft.save(update_fields=["email"])
        to_draft(draft, at, token)
        record.about(draft)
        return draft


def forget_draft(*, by: Standing, at: datetime, draft: Application) -> bool:
    """A draft that nobody has touched for its time goes, with everything typed in it. False: somebody came back."""
    with entry("application.forgotten", by=by, at=at) as record:
        draft = locked(draft)
        record.about(draft)
        due = draft.state == ApplicationState.DRAFT and draft.kept_until < at
        if due:
            draft.delete()
        return due
