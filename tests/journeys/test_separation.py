"""Parting from the host: a vote that one abstention fails, and one that passes and is handed over."""

import json
from datetime import UTC, datetime, timedelta

from django.core.management import call_command
from playwright.sync_api import expect

from tests.cast import DAY, belongs, organisation, person
from tkanka.governance.separation import jobs as separation_jobs
from tkanka.governance.separation.models import Case
from tkanka.governance.voting import actions as voting
from tkanka.governance.voting import jobs as voting_jobs
from tkanka.governance.voting.models import Voter
from tkanka.governance.voting.tests.makers import advisory
from tkanka.network.networks.models import Hosting
from tkanka.network.networks.queries import host_of, standing_of
from tkanka.network.people.tests.entering import letters_to
from tkanka.rules.voting import Choice

from .steps import entered, looked_at, press

BEGUN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
WEEK = timedelta(days=7)


class Council:
    """Seven seats, the first of them the host's, and an organisation that may take its place."""

    def __init__(self, house):
        self.network, self.house = house.razem, house
        self.people = [seat.person for seat in advisory(self.network, 7).seats.order_by("person__name")]
        self.host = self.people[0].seats.get().organisation
        Hosting.objects.create(network=self.network, organisation=self.host, since=DAY - timedelta(days=400))
        self.speaker = person("nastepczyni")
        self.successor = belongs(organisation("Dom pod Lipą"), self.network, main=self.speaker)

    def others_vote(self, poll, people, at):
        for one in people:
            by = standing_of(one, self.network, at.date())
            voting.cast(by=by, at=at, voter=Voter.objects.get(poll=poll, person=one), choice=Choice.FOR)


def moment(at):
    return f"{at:%Y-%m-%dT%H:%M}"


def open_case(page, council, at):
    """One of the group opens the case and proposes a successor; without one there is no vote to call."""
    with entered(page, council.people[1], at) as main:
        page.goto("/n/razem/separation/")
        main.get_by_label("w interesie obu stron").check()
        page.locator("main [name=reason]").fill("Gwarancja kończy się w czerwcu.")
        press(main, "Otwórz sprawę")
        expect(main).to_contain_text("Bez następcy, który się zgodził, głosowania nie da się otworzyć.")
        expect(main.get_by_role("button", name="Otwórz głosowanie")).to_have_count(0)
        main.get_by_text("Zaproponuj następcę").click()
        page.locator("main select[name=organisation]").select_option(label="Dom pod Lipą")
        for quality in page.locator("main [name=stated]").all():
            quality.check()
        page.locator("main [name=closes_at]").fill(moment(at + timedelta(days=2)))
        press(main, "Oddaj pod głosowanie")
        looked_at(page)
        return page.url


def accept(page, council, case, at):
    """The group names it, and the successor accepts from its letter's page."""
    naming = Case.objects.latest("opened_at").successors.get().naming
    council.others_vote(naming, council.people[1:6], at)
    voting_jobs.close_due(at + timedelta(days=3))
    separation_jobs.follow_votes(at + timedelta(days=3))
    assert any("/separation/" in one.url for one in letters_to(council.speaker.email))
    with entered(page, council.speaker, at + timedelta(days=3)) as main:
        page.goto(case)
        main.get_by_label("Przejmiemy tę rolę").check()
        press(main, "Odpowiedz")
        expect(main).to_contain_text("zgodził się")


def call_vote(page, council, case, at):
    with entered(page, council.people[1], at) as main:
        page.goto(case)
        page.locator("main [name=closes_at]").fill(moment(at + WEEK))
        press(main, "Otwórz głosowanie")
        expect(main).to_contain_text("jednomyślnie, wszystkich uprawnionych")
        expect(main).to_contain_text("miejsce Organizacji Goszczącej")
        looked_at(page)
        return page.url


def host_has_no_vote(page, council, poll, at):
    with entered(page, council.people[0], at) as main:
        page.goto(poll)
        expect(main.get_by_role("button", name="Oddaj głos")).to_have_count(0)


def last_vote(page, council, poll, choice, at):
    """Five vote in favour; the sixth decides, in the browser, and changes her mind once."""
    council.others_vote(Case.objects.latest("opened_at").poll, council.people[1:6], at)
    with entered(page, council.people[6], at) as main:
        page.goto("/n/razem/desk/")
        main.get_by_role("listitem").filter(has_text="Czy rozstajemy się").get_by_role("link").first.click()
        main.get_by_label("Za", exact=True).check()
        press(main, "Oddaj głos")
        expect(main).to_contain_text("Do zamknięcia możesz zmienić zdanie.")
        main.get_by_label(choice, exact=True).check()
        press(main, "Zapisz głos")
        expect(main).to_contain_text("Oddano głosów: 6.")


def verdict(page, council, poll, at, word):
    """The vote closes by itself at its hour; every member reads the verdict and counts it again from the file."""
    voting_jobs.close_due(at)
    separation_jobs.follow_votes(at)
    with entered(page, council.house.ada, at) as main:
        page.goto(poll)
        expect(main.locator(".word")).to_have_text(word)
        looked_at(page)
        with page.expect_download() as given:
            main.get_by_role("link", name="Głosy i reguła, JSON").click()
        call_command("recount", given.value.path(), "--json")
        return json.loads(given.value.path().read_text("utf8"))


def hand_over(page, council, case, at):
    with entered(page, council.house.igor, at) as main:
        page.goto(case)
        for _ in range(6):
            main.get_by_role("listitem").filter(has_text="do przekazania").get_by_role("link").first.click()
            page.locator("main [name=owner]").fill("Biuro")
            page.locator("main [name=done]").check()
            press(main, "Zapisz")
        page.locator("main [name=on]").fill(f"{at.date()}")
        press(main, "Zapisz przejęcie")
        expect(main).to_contain_text("przekazane")
    assert host_of(council.network, at.date()).organisation == council.successor


def test_one_abstention_fails_it_and_everybody_together_parts(page, house):
    council = Council(house)
    case = open_case(page, council, BEGUN)
    accept(page, council, case, BEGUN)
    called = BEGUN + timedelta(days=4)
    poll = call_vote(page, council, case, called)
    host_has_no_vote(page, council, poll, called)
    last_vote(page, council, poll, "Wstrzymuję się", called)
    found = verdict(page, council, poll, called + WEEK, "Odrzucono")
    assert (found["verdict"]["in_favour"], found["verdict"]["needed"]) == (5, 6)

    again = BEGUN + timedelta(days=20)
    case = open_case(page, council, again)
    accept(page, council, case, again)
    called = again + timedelta(days=4)
    poll = call_vote(page, council, case, called)
    last_vote(page, council, poll, "Za", called)
    found = verdict(page, council, poll, called + WEEK, "Przyjęto")
    assert (found["verdict"]["in_favour"], found["verdict"]["cites"]) == (6, ["§6"])
    hand_over(page, council, case, called + WEEK)
    assert page.complaints == []
