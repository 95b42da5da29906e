"""Opening and closing a vote of 2,000 organisations: the roll frozen and told, the votes counted, the file written."""

from datetime import timedelta
from time import perf_counter
from uuid import uuid4

from tests.cast import DAY, LONG_AGO, NOW, network
from tkanka.governance.voting import actions
from tkanka.governance.voting.models import Ballot, Voter
from tkanka.network.networks.models import Mandate, Membership, Organisation
from tkanka.network.people.models import Person
from tkanka.rules.standing import Capacity, Office, Standing
from tkanka.rules.voting import Choice, PollKind, Secrecy, recount

PARTIES, AT_ONCE = 2_000, 1_000
OFFICE = Standing(offices=frozenset({Office.SECRETARIAT}))


def members(razem):
    parties = [
        Organisation(name=f"Organizacja {n}", kind="association", name_key=f"{n}", created_at=NOW)
        for n in range(PARTIES)
    ]
    people = [Person(pk=uuid4(), email=f"kto{n}@example.org", name=f"Osoba {n}") for n in range(PARTIES)]
    Organisation.objects.bulk_create(parties, batch_size=AT_ONCE)
    Person.objects.bulk_create(people, batch_size=AT_ONCE)
    Membership.objects.bulk_create(
        [
            Membership(network=razem, organisation=one, status="member", state="active", since=LONG_AGO)
            for one in parties
        ],
        AT_ONCE,
    )
    pairs = zip(people, parties, strict=True)
    Mandate.objects.bulk_create(
        [Mandate(person=who, organisation=one, capacity=Capacity.MAIN, since=LONG_AGO) for who, one in pairs], AT_ONCE
    )


def seconds(work):
    began = perf_counter()
    found = work()
    return perf_counter() - began, found


def rows():
    razem, closes_at = network("razem"), NOW + timedelta(days=7)
    members(razem)
    size = f"{PARTIES:,} organisations, {DAY:%Y}"
    for secrecy in (Secrecy.OPEN, Secrecy.SECRET):
        poll = actions.draft_poll(
            by=OFFICE, at=NOW, network=razem, kind=PollKind.MEMBERS, title="Czy wydajemy poradnik?",
            closes_at=closes_at, choices={"secrecy": secrecy},
        )  # fmt: skip
        opening, poll = seconds(lambda poll=poll: actions.open_poll(by=OFFICE, at=NOW, poll=poll))
        yield f"opening a vote ({secrecy}), with its letters", size, f"{opening:.2f}", "s", ""
        lines = list(Voter.objects.filter(poll=poll))
        if secrecy is Secrecy.OPEN:
            Ballot.objects.bulk_create(
                [Ballot(voter=one, choice=Choice.FOR, cast_at=NOW) for one in lines], batch_size=AT_ONCE
            )
        else:
            poll.urn.in_favour = len(lines)
            poll.urn.save()
        Voter.objects.filter(poll=poll).update(voted=True)
        closing, poll = seconds(lambda poll=poll: actions.close_poll(by=OFFICE, at=closes_at, poll=poll))
        yield f"closing and counting a vote ({secrecy}), with its letters", size, f"{closing:.2f}", "s", ""
        again, (_verdict, tally, same) = seconds(lambda poll=poll: recount(poll.published))
        assert same and tally.in_favour == PARTIES
        yield f"counting its file again ({secrecy})", size, f"{1000 * again:.0f}", "ms", ""
