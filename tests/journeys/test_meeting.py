"""A hybrid meeting of forty organisations: from the invitation to the task that opens the next agenda."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from playwright.sync_api import expect

from tests import cast as made_by
from tkanka.governance.meetings import actions
from tkanka.governance.meetings.models import Meeting, Registration
from tkanka.governance.meetings.tests.makers import joins
from tkanka.network.networks.queries import standing_of
from tkanka.network.people.tests.entering import letters_to
from tkanka.rules.standing import Capacity

from .steps import entered, fetched, fill, looked_at, press, unfold

ALL, PLACES = 40, 39
TITLE, NEXT = "Zima razem", "Wiosna razem"
LINK = "https://spotkania.example/zima"
POINT, TASK = "Wspólny magazyn", "Adresy magazynów"
CALLED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
DOORS = datetime(2026, 12, 4, 15, 20, tzinfo=UTC)  # the meeting begins at 16:00
OVER = datetime(2026, 12, 4, 19, 0, tzinfo=UTC)
AGAIN = datetime(2026, 12, 22, 16, 30, tzinfo=UTC)  # more than two weeks after the minutes were sent out


@pytest.fixture
def crowd(house):
    """Who speaks for all the other organisations: each with their own."""
    found = []
    for number in range(ALL - 2):
        somebody = made_by.person(f"osoba{number:02}")
        party = made_by.organisation(f"Fundacja Liczna {number:02}")
        found.append((somebody, made_by.belongs(party, house.razem, main=somebody)))
    return found


def each(house, crowd, at, act):
    """What many do in the same way on a day, without a browser for each."""
    with time_machine.travel(at, tick=False):
        for somebody, party in crowd:
            by = standing_of(somebody, house.razem, at.date(), acting_for=party.pk)
            act(by=by, at=at, party=party)


def prepare(page, title, day, **more):
    page.goto("/n/razem/desk/meetings/")
    page.get_by_role("main").get_by_role("link", name="Przygotuj spotkanie").click()
    unfold(page)
    page.locator("main [name=kind]").select_option("members_online")
    page.locator("main [name=form]").select_option("hybrid")
    page.locator("main [name=languages][value=pl]").check()
    page.locator("main [name=interpretation][value=uk]").check()
    fill(page, title=title, day=day, starts="17:00", ends="19:00", place="Białystok, Rynek 1", **more)
    press(page.get_by_role("main"), "Zapisz szkic")
    return page.url


def call(page, house, crowd):
    """With a place and an address, so many places, one for each organisation; all forty hear of it, and none of them
    of the address."""
    with entered(page, house.halina, CALLED) as main:
        meeting = prepare(page, TITLE, "2026-12-04", join_link=LINK, capacity=str(PLACES), per_organisation="1")
        looked_at(page)
        press(main, "Zwołaj spotkanie")
        for said in ("Białystok, Rynek 1", LINK, "Tłumaczenie symultaniczne: ukraiński"):
            expect(main).to_contain_text(said)
    for somebody in (house.ada, house.bea, *(person for person, _ in crowd)):
        letter = next(one for one in letters_to(somebody.email) if TITLE in one.subject)
        assert LINK not in letter.text
    return meeting


def put_on_the_agenda(page, house, meeting):
    """Ada proposes, Halina takes it up."""
    with entered(page, house.ada, CALLED) as main:
        page.goto(meeting)
        main.get_by_role("link", name="Zaproponuj punkt").click()
        fill(page, title=POINT, minutes="30")
        press(main, "Zapisz")
        page.goto(meeting)
        expect(page.locator("section:has(#agenda)")).not_to_contain_text(POINT)
    with entered(page, house.halina, CALLED) as main:
        page.goto(meeting)
        main.get_by_role("link", name="1 propozycja czeka na odpowiedź").click()
        looked_at(page)
        press(main, re.compile("^Przyjmij"))
        page.goto(meeting)
        expect(page.locator("section:has(#agenda)")).to_contain_text(POINT)


def take_places(page, house, crowd, meeting):
    """The last place is Ada's, and with it the address; a second person of her organisation gets neither."""
    hybrid = Meeting.objects.get(title=TITLE)
    each(house, crowd, CALLED, lambda by, at, party: actions.register(
        by=by, at=at, meeting=hybrid, organisation=party, online=party.name.endswith("7"),
    ))  # fmt: skip
    with entered(page, house.ada, CALLED) as main:
        page.goto(meeting)
        expect(main).to_contain_text(f"Wolnych miejsc: 1 z {PLACES}.")
        expect(main).not_to_contain_text(LINK)
        main.get_by_role("link", name="Zapisz się", exact=True).click()
        page.locator("main [name=online]").check()
        fill(page, needs="Pętla indukcyjna")
        press(main, "Zapisz się")
        expect(main).to_contain_text("Masz miejsce")
        expect(main.get_by_role("link", name=LINK)).to_have_count(1)
    colleague = made_by.person("celina")
    joins(colleague, house.dach, Capacity.COMMUNICATION)
    with entered(page, colleague, CALLED) as main:
        page.goto(f"{meeting}register/")
        press(main, "Zapisz się")
        expect(page.locator("body")).to_contain_text("Jedna organizacja może zapisać najwyżej: 1.")
        page.goto(meeting)
        expect(main).not_to_contain_text(LINK)
    assert not Registration.objects.filter(person=colleague).exists()


def wait_and_move_up(page, house, crowd, meeting):
    """Bea waits without the address; when somebody gives a place up it is offered to her, and she takes it."""
    with entered(page, house.bea, CALLED) as main:
        page.goto(meeting)
        main.get_by_role("link", name="Zapisz się na listę oczekujących").click()
        looked_at(page)
        press(main, "Zapisz się")
        expect(main).to_contain_text("Miejsce w kolejce: 1")
        expect(main).not_to_contain_text(LINK)
    each(house, crowd[:1], CALLED, lambda by, at, party: actions.give_up_place(
        by=by, at=at, registration=Registration.objects.get(person=by.person),
    ))  # fmt: skip
    assert any(TITLE in letter.subject and "zwolniło" in letter.text.lower() for letter in letters_to(house.bea.email))
    with entered(page, house.bea, CALLED) as main:
        page.goto(meeting)
        expect(main).not_to_contain_text(LINK)
        press(main, "Potwierdź miejsce")
        expect(main.get_by_role("link", name=LINK)).to_have_count(1)
        looked_at(page)


def come(page, house, meeting, code):
    """Those who come say it with the code; a wrong one is told to be wrong."""
    for somebody in (house.ada, house.bea):
        with entered(page, somebody, DOORS) as main:
            page.goto(meeting)
            main.get_by_role("link", name="Jestem na spotkaniu").click()
            if somebody is house.bea:
                fill(page, code="zima")
                press(main, "Potwierdź")
                expect(main).to_contain_text("To nie jest kod tego spotkania.")
            fill(page, code=code)
            press(main, "Potwierdź")
            expect(page.locator("body")).to_contain_text("Jesteś na liście obecnych.")


def count(page, house, crowd, meeting):
    """The number grows on the page that is open, while the others come; afterwards it is kept for the vote."""
    hybrid = Meeting.objects.get(title=TITLE)
    with entered(page, house.halina, DOORS) as main:
        page.clock.install()
        page.goto(f"{meeting}presence/")
        expect(main).to_contain_text("Obecnych organizacji członkowskich: 2")
        each(house, crowd[1:-1], DOORS, lambda by, at, party: actions.check_in(
            by=by, at=at, meeting=hybrid, code=hybrid.check_in_code, organisation=party,
        ))  # fmt: skip
        page.clock.run_for(10_000)
        expect(main).to_contain_text(f"Obecnych organizacji członkowskich: {ALL - 2}")
        fill(page, purpose="Głosowanie")
        press(main, "Utrwal listę obecnych")
        expect(main).to_contain_text(f"Głosowanie: organizacji członkowskich: {ALL - 2}")


def end(page, house, crowd, meeting):
    """Who came without the code is put on the list when the meeting is over; who gave their place up is not there."""
    late, gone = crowd[-1][0].name, crowd[0][0].name
    with entered(page, house.halina, OVER) as main:
        page.goto(meeting)
        press(main, "Zapisz, że się odbyło")
        main.get_by_role("link", name="Lista obecnych i kod").click()
        press(main, re.compile(f"^Wpisz na listę.*{late}"))
        expect(main).to_contain_text(f"Obecnych organizacji członkowskich: {ALL - 1}")
        expect(main).not_to_contain_text(gone)
        looked_at(page)


def write_minutes(page, house, meeting):
    with entered(page, house.halina, OVER) as main:
        page.goto(meeting)
        press(main, "Zacznij protokół")
        minutes = page.url
        main.get_by_role("link", name=re.compile(f"^Pisz.*{POINT}")).click()
        fill(page, text="Magazyn w Białymstoku prowadzą wszyscy na zmianę.")
        press(main, "Zapisz")
        main.get_by_role("link", name=re.compile(f"^Zapisz wynik.*{POINT}")).click()
        fill(page, text="Magazyn powstaje.", votes_for=str(ALL - 2), votes_against="0", abstained="0")
        press(main, "Zapisz")
        main.get_by_role("link", name="Dodaj zadanie").click()
        fill(page, title=TASK, party=house.mosty.name, due="2026-12-11")
        press(main, "Zapisz")
        for said in (f"Za {ALL - 2}, przeciw 0", TASK):
            expect(main).to_contain_text(said)
        press(main, "Poproś o uwagi")
        looked_at(page)
    return minutes


def meet_again(page, house, minutes):
    """What was not done opens the next agenda; that meeting approves the minutes."""
    with entered(page, house.halina, AGAIN) as main:
        prepare(page, NEXT, "2026-12-22")
        press(main, "Zwołaj spotkanie")
        expect(page.locator("section:has(#carried)")).to_contain_text(TASK)
        press(main, "Zapisz, że się odbyło")
        page.goto(minutes)
        main.get_by_role("link", name="Zapisz zatwierdzenie").click()
        page.locator("main [name=basis]").first.check()
        page.locator("main [name=later]").select_option(index=1)
        press(main, "Zapisz")
        expect(main).to_contain_text(f"Zatwierdziło spotkanie: {NEXT}.")
        expect(main.get_by_role("link", name=re.compile(f"^Pisz.*{POINT}"))).to_have_count(0)


def read(page, house, meeting, minutes, folder):
    """Bea reads what was approved, on paper too; the address is of no more use, and somebody outside learns nothing."""
    with entered(page, house.bea, AGAIN) as main:
        page.goto(minutes)
        looked_at(page)
        for name in ("Protokół, PDF", "Lista obecności, PDF"):
            assert (
                fetched(page, main.get_by_role("link", name=name), folder / name).read_bytes().startswith(b"%PDF-1.7")
            )
        page.goto(meeting)
        expect(main).not_to_contain_text(LINK)
        page.goto("/n/razem/desk/")
        expect(main).to_contain_text(TASK)
    assert page.goto(meeting).status == 404


def test_forty_organisations_meet_in_one_place_and_online(page, house, crowd, tmp_path):
    meeting = call(page, house, crowd)
    put_on_the_agenda(page, house, meeting)
    take_places(page, house, crowd, meeting)
    wait_and_move_up(page, house, crowd, meeting)
    come(page, house, meeting, Meeting.objects.get().check_in_code)
    count(page, house, crowd, meeting)
    end(page, house, crowd, meeting)
    minutes = write_minutes(page, house, meeting)
    meet_again(page, house, minutes)
    read(page, house, meeting, minutes, tmp_path)
    assert all("422" in said or "404" in said for said in page.complaints)
