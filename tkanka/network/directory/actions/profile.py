from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tkanka.ground.ledger.actions import entry
from tkanka.network.networks.actions import describe_organisation
from tkanka.network.networks.models import Organisation
from tkanka.rules.membership import may_set_audience
from tkanka.rules.networks import may_edit_profile
from tkanka.rules.standing import Standing

from ..models import Openness


def describe_contact(
    *, by: Standing, at: datetime, organisation: Organisation, audiences: Mapping[str, str], **what: Any
) -> Organisation:
    """Change where an organisation is reached, and who sees it: `audiences` by field (email, phone, address)."""
    with entry("contact.described", by=by, at=at) as record:
        manages = bool(may_edit_profile(by, organisation=organisation.pk))
        record.rests_on(may_set_audience(by, own=False, manages=manages))
        organisation = describe_organisation(by=by, at=at, organisation=organisation, **what)
        Openness.objects.update_or_create(organisation=organisation, defaults=dict(audiences))
        record.about(organisation, fields=sorted(what), audiences=dict(audiences))
        return organisation
