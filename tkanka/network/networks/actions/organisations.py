from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from tkanka.ground.kit.models import locked
from tkanka.ground.ledger.actions import entry
from tkanka.network.places.models import Unit
from tkanka.network.vocabulary.models import Concept
from tkanka.rules.names import name_key
from tkanka.rules.networks import may_edit_profile
from tkanka.rules.standing import Standing

from ..index import index_organisation
from ..models import Identifier, Network, Organisation
from ..numbers import clean_number


def register_organisation(*, by: Standing, at: datetime, name: str, kind: str, **more: Any) -> Organisation:
    """Write a party down. It belongs to nothing yet, and nobody speaks for it."""
    with entry("organisation.registered", by=by, at=at) as record:
        organisation = Organisation(name=name, kind=kind, created_at=at, confirmed_at=at)
        _describe(organisation, more)
        record.about(organisation, kind=kind)
        return organisation


def describe_organisation(*, by: Standing, at: datetime, organisation: Organisation, **what: Any) -> Organisation:
    """Change its profile. `areas` and `concepts` replace the sets; `numbers` maps a register to a number or ""."""
    with entry("organisation.described", by=by, at=at) as record:
        organisation = locked(organisation)
        record.rests_on(may_edit_profile(by, organisation=organisation.pk))
        _describe(organisation, what)
        organisation.confirmed_at = at
        organisation.save(update_fields=["confirmed_at"])
        for network in Network.objects.filter(memberships__organisation=organisation, memberships__state="active"):
            index_organisation(network=network, organisation=organisation, at=at)
        record.about(organisation, fields=sorted(what))
        return organisation


def confirm_profile(*, by: Standing, at: datetime, organisation: Organisation) -> Organisation:
    """One of its own people says that the profile is right as it stands."""
    with entry("organisation.confirmed", by=by, at=at) as record:
        organisation = locked(organisation)
        record.rests_on(may_edit_profile(by, organisation=organisation.pk))
        organisation.confirmed_at = at
        organisation.save(update_fields=["confirmed_at"])
        record.about(organisation)
        return organisation


def _describe(organisation: Organisation, what: Mapping[str, Any]) -> None:
    fields = dict(what)
    areas: Iterable[Unit] | None = fields.pop("areas", None)
    concepts: Iterable[Concept] | None = fields.pop("concepts", None)
    numbers: Mapping[str, str] = fields.pop("numbers", {})
    for field, value in fields.items():
        setattr(organisation, field, value)
    organisation.name_key = name_key(organisation.name)
    organisation.save()
    if areas is not None:
        organisation.areas.set(areas)
    if concepts is not None:
        organisation.concepts.set(concepts)
    for scheme, number in numbers.items():
        organisation.identifiers.filter(scheme=scheme).delete()
        if number:
            Identifier.objects.create(organisation=organisation, scheme=scheme, number=clean_number(scheme, number))
