"""The cast of tests/cast.py and a second network beside it, for tests that go through all pages."""

from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from types import SimpleNamespace

from tests import cast as made_by
from tkanka.network.networks import actions
from tkanka.network.networks.models import Organisation
from tkanka.rules.standing import Capacity


class World:
    """Razem with everybody of the cast, and Warmia with an organisation that Razem does not know.

    `main` speaks for `cast.dach`, `member` works there without a vote; `applicant` speaks for `party`,
    which asked to be admitted. `silent` is a member nobody has heard of: where lists of the neglected begin.
    """

    def __init__(self, cast):
        self.cast, self.razem = cast, cast.razem
        self.stranger, self.observer, self.main = cast.stranger, cast.olga, cast.ada
        self.secretariat, self.coordinator = cast.igor, cast.halina
        self.member = self.works_for(cast.dach, "celina", Capacity.COMMUNICATION)
        self.party = made_by.organisation("Fundacja Nowy Wniosek")
        # Without it a list of the neglected would be empty before there are thirty, and ask less for that reason.
        self.silent = made_by.belongs(made_by.organisation("Stowarzyszenie Ciche", "association"), self.razem)
        Organisation.objects.filter(pk=self.silent.pk).update(confirmed_at=made_by.NOW - timedelta(days=500))
        self.applicant = self.works_for(self.party, "wanda", Capacity.MAIN)
        self.leave_a_trace()

    def leave_a_trace(self):
        """A record with a name and an organisation, so that lists of records look names up from the first row."""
        by = replace(self.cast.by(self.coordinator), acting_for=self.cast.dach.pk)
        actions.redescribe_network(by=by, at=made_by.NOW, network=self.razem, phone="+48 22 000 00 00")

    @staticmethod
    def works_for(organisation, name, capacity):
        somebody = made_by.person(name)
        actions.give_mandate(
            by=made_by.SYSTEM, at=made_by.NOW, person=somebody, organisation=organisation, capacity=capacity,
            since=made_by.LONG_AGO,
        )  # fmt: skip
        return somebody

    @cached_property
    def abroad(self):
        """Another network: `.network`, an organisation of it, and the person who speaks for that."""
        network = made_by.network("warmia")
        zofia = made_by.person("zofia")
        party = made_by.belongs(made_by.organisation("Stowarzyszenie Nad Łyną", "association"), network, main=zofia)
        return SimpleNamespace(network=network, organisation=party, person=zofia)
