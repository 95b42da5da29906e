"""A working group from the first thought to a closed archive."""

import re
from datetime import UTC, datetime

import time_machine
from playwright.sync_api import expect

from tkanka.governance.bodies.models import Body
from tkanka.network.people.tests.entering import letters_to
from tkanka.rules.groups import CheckItem

from .steps import entered, fill, looked_at, press, unfold

GROUP = "Dyżury na granicy"
FIRST, SECOND = "Pierwsze dyżury", "Po miesiącu"
TASK = "Grafik na święta"
PROPOSED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)  # a Friday
VERIFIED = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)  # three working days later
MET = datetime(2026, 12, 4, 15, 35, tzinfo=UTC)  # seven working days after the announcement
AGAIN = datetime(2026, 12, 22, 16, 30, tzinfo=UTC)  # more than two weeks after the minutes were sent out


def propose(page, house):
    """Ada writes a draft and invites the second organisation that is needed; handing in waits for its answer."""
    with entered(page, house.ada, PROPOSED) as main:
        page.goto("/n/razem/")
        page.get_by_role("link", name="Grupy", exact=True).click()
        main.get_by_role("link", name="robocze").click()
        main.get_by_role("link", name="Zgłoś grupę").click()
        press(main, "Zacznij szkic")
        fill(page, name=GROUP, aims="Stałe dyżury prawne na czterech przejściach.", time_frame="do czerwca",
             meetings="co dwa tygodnie, godzina, online")  # fmt: skip
        press(main, "Zapisz szkic")
        expect(main.get_by_role("button", name="Złóż zgłoszenie", exact=True)).to_have_count(0)
        page.locator("main select[name=organisation]").select_option(label="Stowarzyszenie Trzy Mosty")
        press(main, "Zaproś do współinicjowania")
        looked_at(page)
        return page.url


def agree_from_the_letter(page, house):
    """Bea answers from her letter, without signing in."""
    letter = next(one for one in reversed(letters_to(house.bea.email)) if "/initiate/" in one.url)
    with time_machine.travel(PROPOSED, tick=True):
        page.goto(re.search(r"/n/razem/groups/initiate/\S+", letter.url).group())
        looked_at(page)
        press(page.get_by_role("main"), "Tak, współinicjujemy")
        expect(page.get_by_role("main")).to_contain_text("Współinicjujecie tę grupę")


def hand_in(page, house, draft):
    with entered(page, house.ada, PROPOSED) as main:
        page.goto(draft)
        press(main, "Złóż zgłoszenie")
        expect(main).to_contain_text("odpowiedź do")


def try_too_early(page, house):
    """On the day it came nothing can be decided; the charter gives at least two working days."""
    with entered(page, house.igor, PROPOSED) as main:
        page.goto("/n/razem/secretariat/")
        main.get_by_role("link", name="Zgłoszenia grup do sprawdzenia").click()
        main.get_by_role("link", name=GROUP).click()
        for item in CheckItem:
            answer = page.locator(f"main form:has(input[name=item][value={item}])")
            answer.locator("[name=fine][value=yes]").check()
            answer.locator("[name=note]").fill("Sprawdzone.")
            press(answer, "Zapisz")
        expect(main.get_by_role("button", name="Otwórz i ogłoś grupę", exact=True)).to_have_count(0)
        looked_at(page)
        return page.url


def verify(page, house, proposal):
    """Within the window it is opened, and every member hears of it in the same moment."""
    told = {person: len(letters_to(person.email)) for person in (house.ada, house.bea)}
    assert not Body.objects.filter(name=GROUP).exists()
    with entered(page, house.igor, VERIFIED) as main:
        page.goto(proposal)
        press(main, "Otwórz i ogłoś grupę")
    group = Body.objects.get(name=GROUP)
    assert group.announced_at.date() == VERIFIED.date()
    for person, before in told.items():
        assert any(GROUP in letter.subject for letter in letters_to(person.email)[before:])
    return group


def draft_meeting(page, group, title, day, **more):
    page.goto(f"/n/razem/bodies/{group.pk}/")
    page.get_by_role("main").get_by_role("link", name="Przygotuj spotkanie").click()
    unfold(page)
    page.locator("main [name=audience]").select_option("members")
    page.locator("main [name=form]").select_option("online")
    page.locator("main [name=interpretation][value=uk]").check()
    fill(page, title=title, day=day, starts="17:00", ends="18:00", join_link="https://spotkania.example/g", **more)
    press(page.get_by_role("main"), "Zapisz szkic")
    return page.url


def call_first(page, house, group):
    """Two days after the announcement is too soon to call; nine are enough. The lead sets the agenda and calls."""
    with entered(page, house.ada, VERIFIED) as main:
        meeting = draft_meeting(page, group, FIRST, "2026-11-27", about="Kto, kiedy i gdzie.")
        expect(main.get_by_role("button", name="Zwołaj spotkanie", exact=True)).to_have_count(0)
        main.get_by_role("link", name="Zmień albo przesuń").click()
        fill(page, day="2026-12-04")
        press(main, "Zapisz")
        page.goto(f"{meeting}agenda/propose/")
        fill(page, title="Godziny dyżurów", minutes="30")
        press(main, "Zapisz")
        page.goto(meeting)
        looked_at(page)
        press(main, "Zwołaj spotkanie")
        expect(main).to_contain_text("Godziny dyżurów")
        expect(main).to_contain_text("ukraiński")
    return meeting


def register_and_subscribe(page, house, meeting):
    """Bea takes a place; the calendar in her telephone knows the meeting by a key of its own."""
    with entered(page, house.bea, VERIFIED) as main:
        page.goto(meeting)
        main.get_by_role("link", name="Zapisz się", exact=True).click()
        press(main, "Zapisz się")
        expect(main).to_contain_text("Masz miejsce")
        page.goto("/n/razem/calendar/subscribe/")
        press(page.locator("main form:has([name=scope][value=personal])"), re.compile("^Utwórz"))
        looked_at(page)
        feed = page.locator("section:has(#own) a.address").first.get_attribute("href")
    with time_machine.travel(VERIFIED, tick=True):
        answer = page.request.get(re.sub(r"^https?://[^/]+", "", feed))
    assert answer.ok
    assert f"SUMMARY:{FIRST}" in answer.text()


def meet(page, house, meeting):
    """The code is shown at the meeting; with it Bea's organisation is present."""
    with entered(page, house.ada, MET) as main:
        page.goto(f"{meeting}presence/")
        code = main.locator("b.num").first.inner_text().strip()
    with entered(page, house.bea, MET) as main:
        page.goto(meeting)
        main.get_by_role("link", name="Jestem na spotkaniu").click()
        fill(page, code=code)
        press(main, "Potwierdź")
    with entered(page, house.ada, MET) as main:
        page.goto(f"{meeting}presence/")
        expect(main).to_contain_text("Bea")
        page.goto(meeting)
        press(main, "Zapisz, że się odbyło")


def write_minutes(page, house, meeting):
    """Minutes from the agenda; one task with an owner and a day; out for remarks."""
    with entered(page, house.ada, MET) as main:
        page.goto(meeting)
        press(main, "Zacznij protokół")
        minutes = page.url
        main.get_by_role("link", name=re.compile("^Pisz.*Godziny dyżurów")).click()
        fill(page, text="Dyżury po cztery godziny, we wtorki i czwartki.")
        press(main, "Zapisz")
        page.goto(minutes)
        main.get_by_role("link", name="Dodaj zadanie").click()
        fill(page, title=TASK, party="Stowarzyszenie Trzy Mosty", due="2026-12-11")
        press(main, "Zapisz")
        page.goto(minutes)
        expect(main).to_contain_text(TASK)
        press(main, "Poproś o uwagi")
        looked_at(page)
    return minutes


def meet_again(page, house, group):
    """What was not done returns on the next agenda by itself."""
    with entered(page, house.ada, AGAIN) as main:
        meeting = draft_meeting(page, group, SECOND, "2026-12-22")
        press(main, "Zwołaj spotkanie")
        expect(page.locator("section:has(#carried)")).to_contain_text(TASK)
        press(main, "Zapisz, że się odbyło")
        page.goto(meeting)
        looked_at(page)


def approve(page, house, minutes):
    with entered(page, house.ada, AGAIN) as main:
        page.goto(minutes)
        main.get_by_role("link", name="Zapisz zatwierdzenie").click()
        page.locator("main [name=basis]").first.check()
        page.locator("main [name=later]").select_option(index=1)
        press(main, "Zapisz")
        page.goto(minutes)
        expect(main).to_contain_text("Zatwierdził")
        expect(main.get_by_role("link", name=re.compile("^Pisz.*Godziny dyżurów"))).to_have_count(0)


def leave_something(page, house, group):
    """Terms of reference, and a result."""
    with entered(page, house.ada, AGAIN) as main:
        page.goto(f"/n/razem/bodies/{group.pk}/")
        main.get_by_role("link", name="Uzupełnij zasady").click()
        expect(page.locator("main [name=aims]")).to_have_value("Stałe dyżury prawne na czterech przejściach.")
        press(main, "Przekaż zasady")
        page.goto(f"/n/razem/groups/{group.pk}/results/")
        fill(page, title="Tabela dyżurów", text="Kto, kiedy i gdzie.")
        press(main, "Przekaż wynik")
        page.goto(f"/n/razem/bodies/{group.pk}/")
        for said in ("Stałe dyżury prawne", "Tabela dyżurów", FIRST, SECOND):
            expect(main).to_contain_text(said)
        looked_at(page)


def close(page, house, group):
    """Closed with a summary, it is there to be read, and nothing more can be done in it."""
    with entered(page, house.ada, AGAIN) as main:
        page.goto(f"/n/razem/bodies/{group.pk}/")
        main.get_by_role("link", name="Zakończ pracę grupy").click()
        fill(page, summary="Dyżury trwają, prowadzą je trzy organizacje.")
        press(main, "Zamknij grupę")
        expect(main).to_contain_text("Dyżury trwają, prowadzą je trzy organizacje.")
        for said in ("Tabela dyżurów", FIRST):
            expect(main).to_contain_text(said)
        for gone in ("Uzupełnij zasady", "Przygotuj spotkanie", "Zakończ pracę grupy", "Obsadź miejsce"):
            expect(main.get_by_role("link", name=gone)).to_have_count(0)
        looked_at(page)
        assert page.goto(f"/n/razem/groups/{group.pk}/terms/edit/").status == 403
    with entered(page, house.bea, AGAIN) as main:
        page.goto("/n/razem/groups/?state=closed")
        main.get_by_role("heading", level=2).get_by_role("link", name=GROUP).click()
        expect(main).to_contain_text("Tabela dyżurów")


def test_a_group_is_proposed_verified_meets_works_and_closes(page, house):
    draft = propose(page, house)
    agree_from_the_letter(page, house)
    hand_in(page, house, draft)
    group = verify(page, house, try_too_early(page, house))
    meeting = call_first(page, house, group)
    register_and_subscribe(page, house, meeting)
    meet(page, house, meeting)
    minutes = write_minutes(page, house, meeting)
    meet_again(page, house, group)
    approve(page, house, minutes)
    leave_something(page, house, group)
    close(page, house, group)
    assert page.complaints == [] or all("403" in said for said in page.complaints)
