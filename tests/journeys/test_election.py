"""Eight seats, forty candidates, three hundred organisations, and bounds on their kinds."""

import json
import random
from datetime import timedelta

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from tests.cast import DAY, LONG_AGO, NOW, belongs, organisation, person
from tkanka.governance.bodies.models import Body
from tkanka.governance.bodies.queries import seats_of
from tkanka.governance.elections import actions, jobs
from tkanka.governance.elections.actions import Plan
from tkanka.governance.elections.models import Candidacy, Election, Urn, Voter
from tkanka.network.networks.models import Mandate, Membership, Organisation
from tkanka.network.networks.queries import standing_of
from tkanka.network.people.models import Person
from tkanka.rules.bodies import BodyKind
from tkanka.rules.elections import Bound, Days, ElectionKind

from .steps import entered, looked_at, press

PARTIES, CANDIDATES, SEATS, VOTERS = 300, 40, 8, (50, 51)
KINDS = ("association", "foundation", "foundation", "informal_group", "association")
DAYS = Days(DAY + timedelta(7), DAY + timedelta(9), DAY + timedelta(23), DAY + timedelta(30))
BOUNDS = (
    Bound("organisation", most=1), Bound("kind", "association", 2, 4), Bound("kind", "foundation", 2),
    Bound("kind", "informal_group", 2, 3),
)  # fmt: skip
LISTED, VOTING, OVER = (NOW + timedelta(days=days) for days in (8, 9, 24))


def many(house):
    """Organisations with a person each: those who will sign in come by actions, the others are like them."""
    network, by_hand = house.razem, {n: person(f"osoba{n}") for n in (0, 1, *VOTERS)}
    parties = {n: organisation(f"Organizacja {n}", KINDS[n % 5]) for n in by_hand}
    for n, somebody in by_hand.items():
        belongs(parties[n], network, main=somebody)
    pattern = {model: model.objects.get(**of) for model, of in (
        (Organisation, {"pk": parties[1].pk}), (Person, {"pk": by_hand[1].pk}),
        (Membership, {"organisation": parties[1]}), (Mandate, {"organisation": parties[1]}),
    )}  # fmt: skip

    def like(model, **more):
        columns = (f.attname for f in model._meta.concrete_fields if not f.primary_key)
        return model(**{name: getattr(pattern[model], name) for name in columns} | more)

    rest = [n for n in range(PARTIES) if n not in by_hand]
    parties |= {n: like(Organisation, name=f"Organizacja {n}", kind=KINDS[n % 5]) for n in rest}
    people = by_hand | {n: like(Person, email=f"osoba{n}@example.org", name=f"Osoba {n}") for n in rest}
    Organisation.objects.bulk_create([parties[n] for n in rest])
    Person.objects.bulk_create([people[n] for n in rest])
    Membership.objects.bulk_create([like(Membership, organisation_id=parties[n].pk) for n in rest])
    Mandate.objects.bulk_create([like(Mandate, organisation_id=parties[n].pk, person_id=people[n].pk) for n in rest])
    return people, parties


def called(house, people, parties):
    """Forty of them stand; the first of them answers in the browser."""
    network, office = house.razem, house.by(house.igor)
    body = Body.objects.create(network=network, kind=BodyKind.ADVISORY, name="Grupa Doradcza", opened_on=LONG_AGO)
    plan = Plan(kind=ElectionKind.TERM, seats=SEATS, days=DAYS, bounds=BOUNDS)
    election = actions.plan_election(by=office, at=NOW, body=body, plan=plan)
    actions.publish_process(by=office, at=NOW, network=network, text="Zasady", advised="Dwa spotkania")
    election = actions.call_election(by=office, at=NOW, election=election)
    for n in range(1, CANDIDATES):
        by = standing_of(people[n], network, DAY)
        made = actions.nominate(by=by, at=NOW, election=election, person=people[n], organisation=parties[n])
        actions.answer_nomination(by=by, at=NOW, candidacy=made, accepts=True, statement=f"Program {n}", consents=True)
    return election


def stand(page, somebody):
    """Ten minutes between two clients: nominating oneself, the statement, the voluntary questions."""
    with entered(page, somebody, NOW) as main:
        page.goto("/n/razem/elections/")
        main.get_by_role("link", name="Grupa Doradcza").first.click()
        expect(main).to_contain_text("Kandydatur wystarcza i progi da się spełnić")
        main.get_by_role("link", name="Zgłoś kandydaturę").click()
        press(main, "Zgłoś")
        main.get_by_label("Kandyduję", exact=True).check()
        main.get_by_role("textbox", name="Oświadczenie").fill("Chcę, żeby grupa słuchała małych organizacji.")
        main.get_by_label("Zgadzam się").check()
        looked_at(page)
        press(main, "Odpowiedz")
        main.get_by_label("45–59 lat").check()
        press(main, "Dolicz moje odpowiedzi")
        expect(main.locator("section[aria-labelledby=told]")).to_contain_text("<5")


def vote_with_the_keyboard(page, somebody, election):
    """Numbers follow the buttons; the order is looked at once more, then it is final."""
    with entered(page, somebody, VOTING) as main:
        page.goto(f"/n/razem/elections/{election.pk}/ballot/")
        rows = main.locator("#ranking > li")
        expect(rows).to_have_count(CANDIDATES)
        looked_at(page)
        third, second = rows.nth(2).get_attribute("id"), rows.nth(1).get_attribute("id")
        for row in (third, second):
            page.locator(f"#{row}").get_by_role("button", name="Wyżej").focus()
            page.keyboard.press("Enter")
        page.locator(f"#{second}").get_by_role("button", name="Wyżej").press("Enter")
        assert [rows.nth(n).get_attribute("id") for n in range(2)] == [second, third]
        page.set_viewport_size({"width": 1280, "height": 3000})
        rows.nth(5).drag_to(rows.nth(0), source_position={"x": 3, "y": 3}, target_position={"x": 5, "y": 2})
        assert [rows.nth(n).locator("input").input_value() for n in range(4)] == ["1", "2", "3", ""]
        press(main, "Zobacz, zanim oddasz")
        expect(main).to_contain_text("Potem nie można tego zmienić")
        looked_at(page)
        press(main, "Oddaj głos")
        page.goto(f"/n/razem/elections/{election.pk}/ballot/")
        expect(main).to_contain_text("już oddała głos")
    return [int(row.removeprefix("row-")) for row in (second, third)]


def vote_without_script(chromium, live_server, somebody, election):
    context = chromium.new_context(base_url=live_server.url, locale="pl-PL", java_script_enabled=False)
    page = context.new_page()
    with entered(page, somebody, VOTING) as main:
        page.goto(f"/n/razem/elections/{election.pk}/ballot/")
        page.locator("input[name=rank_0]").fill("1")
        page.locator("input[name=rank_7]").fill("1")
        press(main, "Zobacz, zanim oddasz")
        expect(main).to_contain_text("Numer 1 stoi już przy")
        page.locator("input[name=rank_7]").fill("2")
        press(main, "Zobacz, zanim oddasz")
        press(main, "Oddaj głos")
    context.close()


def the_others_vote(house, people, parties, election):
    """Most organisations, some of whose favourites are of one kind."""
    chance = random.Random(8)
    for n in range(2, PARTIES):
        if n in VOTERS or n % 9 == 0:
            continue
        voter = standing_of(people[n], house.razem, DAY)
        ranking = sorted(range(CANDIDATES), key=lambda place: chance.random() * (1 + place / 8))[
            : chance.randint(1, 12)
        ]
        actions.cast_ballot(by=voter, at=VOTING, election=election, organisation=parties[n], ranking=ranking)


def read_and_certify(page, house, election, folder, capsys):
    """The result with its rounds; the file counts to the same result; the elected have their seats."""
    with entered(page, house.igor, OVER) as main:
        page.goto(f"/n/razem/elections/{election.pk}/result/")
        expect(main.locator("section[aria-labelledby=elected] li")).to_have_count(SEATS)
        looked_at(page)
        for link, name in (("Głosy (BLT)", "a.blt"), ("Progi i cechy organizacji (TOML)", "a.toml"),
                           ("Wynik (JSON)", "a.json")):  # fmt: skip
            with page.expect_download() as download:
                main.get_by_role("link", name=link).click()
            download.value.save_as(folder / name)
        capsys.readouterr()
        call_command("count_election", str(folder / "a.blt"), "--bounds", str(folder / "a.toml"), "--json")
        again, published = json.loads(capsys.readouterr().out), json.loads((folder / "a.json").read_text())
        assert again["elected"] == published["elected"]
        assert [one["votes"] for one in again["rounds"]] == [one["votes"] for one in published["rounds"]]
        page.goto(f"/n/razem/elections/{election.pk}/")
        press(main, "Zatwierdź wynik")
        expect(main).to_contain_text("wybrane osoby mają swoje miejsca")
    return published


@pytest.mark.norm("R-06-39", "R-06-40", "R-06-45", "R-06-48")
def test_an_election_of_eight_among_forty_by_three_hundred(page, chromium, live_server, house, tmp_path, capsys):
    people, parties = many(house)
    election = called(house, people, parties)
    stand(page, people[0])
    jobs.end_nominations(LISTED)
    jobs.open_votes(VOTING)
    election = Election.objects.get(pk=election.pk)
    assert Candidacy.objects.filter(election=election, place__isnull=False).count() == CANDIDATES
    assert Voter.objects.filter(election=election, excluded="").count() == PARTIES + 2
    ranked = vote_with_the_keyboard(page, people[50], election)
    assert Urn.objects.get().ballots[0][1][1:] == ranked
    vote_without_script(chromium, live_server, people[51], election)
    the_others_vote(house, people, parties, election)
    jobs.count_votes(OVER)
    published = read_and_certify(page, house, Election.objects.get(pk=election.pk), tmp_path, capsys)
    assert page.complaints == []
    seats = list(seats_of(election.body, DAYS.term_from).select_related("organisation"))
    kinds = [seat.organisation.kind for seat in seats]
    assert len(seats) == len({seat.organisation_id for seat in seats}) == SEATS == len(published["elected"])
    assert 2 <= kinds.count("association") <= 4 and kinds.count("foundation") >= 2
    assert 2 <= kinds.count("informal_group") <= 3
