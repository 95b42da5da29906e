"""Disputes for tests, by actions: Jeden Dach (Ada) against Trzy Mosty (Bea)."""

from datetime import timedelta

from tests.cast import LONG_AGO, NOW, belongs, organisation, person
from tkanka.governance.bodies.models import Body, Seat
from tkanka.governance.disputes import actions
from tkanka.governance.disputes.models import Dispute, Party
from tkanka.rules.bodies import BodyKind
from tkanka.rules.disputes import Holder
from tkanka.rules.ruling import Refused

SECRET = "Xylofon"
LATER = NOW + timedelta(days=1)


def codes(refused):
    return {ground.code for ground in refused.value.ruling.failed}


def advisory(network, number=3):
    """An advisory group of so many people, each of an organisation of its own; the people."""
    group = Body.objects.create(network=network, kind=BodyKind.ADVISORY, name="Grupa Doradcza", opened_on=LONG_AGO)
    people = []
    for n in range(number):
        sitter = person(f"doradca{n}")
        party = belongs(organisation(f"Organizacja {n}"), network, main=sitter)
        Seat.objects.create(body=group, person=sitter, organisation=party, basis="elected", since=LONG_AGO)
        people.append(sitter)
    return people


def brought(cast, **more):
    told = {
        "organisation": cast.dach, "against": [cast.mosty], "title": f"{SECRET} i magazyn",
        "statement": f"{SECRET}: nie oddają kluczy.", "weight": f"{SECRET} stoi.", "in_faith": True,
    } | more  # fmt: skip
    return actions.bring(by=cast.by(cast.ada), at=NOW, network=cast.razem, **told)


def party(dispute, organisation):
    return Party.objects.get(dispute=dispute, organisation=organisation)


def answered(cast, dispute):
    actions.answer(by=cast.by(cast.bea), at=NOW, party=party(dispute, cast.mosty), text="Oddaliśmy.")


def asked(cast, dispute, **more):
    told = {"reason": "Magazyn jest wspólny.", "without_mediation": "Druga strona jej nie chce."} | more
    return actions.ask_admission(by=cast.by(cast.ada), at=NOW, party=party(dispute, cast.dach), **told)


def turns(cast, dispute, somebody, holder=Holder.ADVISORY, agrees=True, at=NOW, reason="Sprawa wspólna."):
    return actions.turn_key(by=cast.by(somebody), at=at, dispute=dispute, holder=holder, agrees=agrees, reason=reason)


def again(dispute):
    return Dispute.objects.select_related("network", "poll").get(pk=dispute.pk)


__all__ = ["LATER", "SECRET", "Refused", "advisory", "again", "answered", "asked", "brought", "codes", "party", "turns"]
