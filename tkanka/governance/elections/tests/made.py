"""An advisory group, members who may stand and vote, and an election led to any of its states."""

from datetime import date, timedelta

from tests.cast import DAY, LONG_AGO, NOW, belongs, organisation, person
from tkanka.governance.bodies.models import Body
from tkanka.governance.elections import actions
from tkanka.governance.elections.actions import Plan
from tkanka.governance.elections.models import Candidacy
from tkanka.network.networks.queries import standing_of
from tkanka.rules.bodies import BodyKind
from tkanka.rules.elections import Bound, Days, ElectionKind

DAYS = Days(
    DAY + timedelta(days=14), DAY + timedelta(days=16), DAY + timedelta(days=30), DAY + timedelta(days=35),
    date(2027, 12, 31),
)  # fmt: skip
LISTED = NOW + timedelta(days=15)
VOTING = NOW + timedelta(days=16)
COUNTED = NOW + timedelta(days=31)
EACH = Bound("organisation", most=1)


def advisory(network):
    return Body.objects.create(network=network, kind=BodyKind.ADVISORY, name="Grupa Doradcza", opened_on=LONG_AGO)


class Hustings:
    """`parties` members with one person each, `office` who runs it, and one election of the advisory group."""

    def __init__(self, cast, parties=6, seats=2, bounds=(), **more):
        self.cast, self.network = cast, cast.razem
        self.office = cast.by(cast.igor)
        self.body = advisory(self.network)
        self.people = [person(f"osoba{n}") for n in range(parties)]
        kinds = ("association", "foundation")
        self.parties = [
            belongs(organisation(f"Organizacja {n}", kinds[n % 2]), self.network, main=somebody)
            for n, somebody in enumerate(self.people)
        ]
        plan = Plan(kind=ElectionKind.TERM, seats=seats, days=DAYS, bounds=(EACH, *bounds), **more)
        self.election = actions.plan_election(by=self.office, at=NOW, body=self.body, plan=plan)

    def by(self, n):
        return standing_of(self.people[n], self.network, DAY)

    def publish(self):
        return actions.publish_process(
            by=self.office, at=NOW, network=self.network, text="Głosuje każda organizacja.", advised="Dwa spotkania."
        )

    def call(self):
        self.publish()
        self.election = actions.call_election(by=self.office, at=NOW, election=self.election)
        return self

    def nominate(self, n, by=None):
        return actions.nominate(
            by=self.by(n if by is None else by), at=NOW, election=self.election, person=self.people[n],
            organisation=self.parties[n],
        )  # fmt: skip

    def stand(self, *numbers):
        for n in numbers:
            actions.answer_nomination(
                by=self.by(n), at=NOW, candidacy=self.nominate(n), accepts=True, statement=f"Program {n}", consents=True
            )
        return self

    def close(self, at=LISTED):
        self.election = actions.close_nominations(by=self.office, at=at, election=self.election)
        return self

    def open(self, at=VOTING):
        self.election = actions.open_voting(by=self.office, at=at, election=self.election)
        return self

    def place(self, n):
        return Candidacy.objects.get(election=self.election, person=self.people[n]).place

    def vote(self, n, *candidates, at=VOTING):
        actions.cast_ballot(
            by=self.by(n), at=at, election=self.election, organisation=self.parties[n],
            ranking=[self.place(one) for one in candidates],
        )  # fmt: skip
        return self

    def count(self, at=COUNTED):
        self.election = actions.count_election(by=self.office, at=at, election=self.election)
        return self

    def elected(self):
        rows = {c.place: self.people.index(c.person) for c in Candidacy.objects.filter(election=self.election)}
        return [rows[place] for place in self.election.result["elected"]]

    @property
    def page(self):
        return f"/n/razem/elections/{self.election.pk}/"


def voted(cast, **more):
    """Two seats, four candidates, six ballots cast."""
    found = Hustings(cast, **more).call().stand(0, 1, 2, 3).close().open()
    for n, ranking in enumerate([(0, 1), (0, 2), (0, 1), (1, 2), (2,), (3, 2)]):
        found.vote(n, *ranking)
    return found
