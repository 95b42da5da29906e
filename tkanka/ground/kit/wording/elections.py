"""Elections: preparing them, standing, voting, counting."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "office_runs_elections": Wording(_("Wybory prowadzi sekretariat."), _("Wybory prowadzi tylko sekretariat.")),
    "body_is_elected": Wording(
        _("Miejsca w tym ciele pochodzą z wyboru."),
        _("W tym ciele nie ma miejsc z wyboru."),
    ),
    "body_is_known": Wording(
        _("Wszyscy członkowie wiedzą o tym ciele."),
        _("Do ciała ukrytego nie wybiera się w otwartych wyborach."),
    ),
    "one_election_a_body": Wording(
        _("Żadne inne wybory do tego ciała nie trwają."),
        _("Wybory do tego ciała już są przygotowane albo trwają."),
        _("Dokończ je albo odwołaj."),
    ),
    "seats_are_open": Wording(
        _("Miejsc do obsadzenia: %(seats)s, wolnych na ten czas: %(free)s."),
        _("Na ten czas wolnych miejsc jest %(free)s, a wybory mają obsadzić %(seats)s."),
        _("Zmień liczbę miejsc albo dzień, od którego biegnie kadencja."),
    ),
    "election_days_follow": Wording(
        _("Dni wyborów następują po sobie."),
        _("Dni mają następować po sobie: koniec zgłoszeń, potem głosowanie, a po nim początek kadencji."),
    ),
    "process_told": Wording(_("Zasady wyborów są spisane."), _("Spisz zasady wyborów.")),
    "process_with_advisory_group": Wording(
        _("W spisaniu zasad pomogła grupa doradcza."),
        _("Zasady wyborów powstają z pomocą grupy doradczej. Napisz, jak w tym pomogła."),
    ),
    "process_published": Wording(
        _("Zasady wyborów są ogłoszone."),
        _("Bez ogłoszonych zasad wyborów nie można otworzyć zgłoszeń."),
        _("Ogłoś najpierw zasady wyborów."),
    ),
    "nominations_have_time": Wording(
        _("Na zgłoszenia jest czas."), _("Ostatni dzień zgłoszeń już minął. Zmień dni w szkicu.")
    ),
    "members_nominate": Wording(
        _("Kandydaturę zgłasza osoba, która reprezentuje organizację członkowską."),
        _("Kandydaturę może zgłosić tylko osoba, która reprezentuje organizację członkowską."),
    ),
    "nominations_open": Wording(_("Zgłoszenia trwają."), _("Zgłoszenia nie są teraz otwarte.")),
    "nominated_once": Wording(
        _("Ta osoba nie była jeszcze zgłoszona."), _("Ta osoba jest już zgłoszona w tych wyborach.")
    ),
    "host_designates_its_seat": Wording(
        _("Osoba nie kandyduje za gospodarza."),
        _("Gospodarz ma własne miejsce i sam wskazuje osobę. W wyborach nie kandyduje."),
    ),
    "answers_own_nomination": Wording(
        _("Odpowiada osoba, której to dotyczy."), _("Odpowiedzieć może tylko osoba, której to dotyczy.")
    ),
    "consents_to_publish": Wording(
        _("Osoba zgadza się na publikację kandydatury."),
        _("Bez zgody na publikację imienia, nazwiska i oświadczenia nie można kandydować."),
    ),
    "statement_of_equal_length": Wording(
        _("Oświadczenie mieści się w długości równej dla wszystkich: najwyżej %(most)s znaków."),
        _("Oświadczenie ma od 1 do %(most)s znaków, tyle samo dla wszystkich. To ma %(length)s."),
    ),
    "withdrawn_before_list": Wording(
        _("Lista kandydatur jest jeszcze otwarta."), _("Lista kandydatur jest zamknięta, więc nie można się wycofać.")
    ),
    "as_many_candidates_as_seats": Wording(
        _("Kandydatur wystarcza: %(accepted)s na %(seats)s."),
        _("Kandydatur jest %(accepted)s, a miejsc do obsadzenia %(seats)s."),
    ),
    "bounds_can_be_kept": Wording(
        _("Progi da się spełnić."), _("Z tych kandydatur nie da się spełnić wszystkich progów naraz.")
    ),
    "nominations_over": Wording(_("Czas zgłoszeń minął."), _("Zgłoszenia trwają do dnia: %(until)s.")),
    "field_falls_short": Wording(
        _("Z tych kandydatur nie da się obsadzić wszystkich miejsc."),
        _("Kandydatur wystarcza i progi da się spełnić, więc zgłoszeń się nie przedłuża."),
    ),
    "extended_at_most": Wording(
        _("Zgłoszenia można jeszcze przedłużyć."),
        _("Zgłoszenia przedłużono już tyle razy, ile dzieje się samo: %(most)s."),
    ),
    "vote_begins_on_its_day": Wording(_("Nadszedł dzień głosowania."), _("Głosowanie zaczyna się dnia: %(since)s.")),
    "lot_published_before": Wording(
        _("Losowanie ogłoszono przed głosowaniem."), _("Przed głosowaniem trzeba ogłosić losowanie.")
    ),
    "speaks_for_the_voter": Wording(
        _("Głos oddaje osoba, która reprezentuje organizację."),
        _("Głos może oddać tylko osoba, która reprezentuje organizację członkowską."),
    ),
    "on_the_roll": Wording(
        _("Organizacja jest na liście uprawnionych."),
        _("Tej organizacji nie ma na liście uprawnionych. Lista zamknęła się z otwarciem głosowania."),
    ),
    "election_vote_open": Wording(_("Głosowanie trwa."), _("Głosowanie teraz nie trwa.")),
    "one_ballot_an_organisation": Wording(
        _("Organizacja nie oddała jeszcze głosu."),
        _("Ta organizacja już oddała głos. Głos jest tajny i ostateczny, więc nie można go zmienić."),
    ),
    "ballot_is_a_ranking": Wording(
        _("Na karcie każda kandydatura ma najwyżej jedno miejsce."),
        _("Na karcie ma być co najmniej jedna kandydatura z listy, a każda najwyżej raz."),
    ),
    "vote_is_over": Wording(_("Głosowanie się skończyło."), _("Głosowanie trwa do dnia: %(until)s.")),
    "somebody_voted": Wording(_("Oddano głosy."), _("Nikt nie zagłosował, więc nie ma czego liczyć.")),
    "seats_by_election": Wording(_("Miejsca obejmują osoby wybrane."), _("Miejsca obejmują tylko osoby wybrane.")),
    "count_back_was_agreed": Wording(
        _("Przed wyborami ogłoszono, że zwolnione miejsce można obsadzić z tych samych głosów."),
        _("Przed wyborami nie ogłoszono, że zwolnione miejsce można obsadzić z tych samych głosów."),
        _("Przygotuj wybory uzupełniające."),
    ),
    "seat_is_vacant": Wording(_("Jest wolne miejsce."), _("Nie ma wolnego miejsca.")),
    "somebody_is_next": Wording(
        _("Z głosów wynika, kto jest następny."),
        _("Z oddanych głosów nie wynika nikt, kto mógłby objąć to miejsce."),
        _("Przygotuj wybory uzupełniające."),
    ),
    "asked_until_vote_ends": Wording(
        _("Pytania są otwarte do końca głosowania."), _("Na te pytania można było odpowiedzieć do końca głosowania.")
    ),
    "told_once": Wording(
        _("Ta osoba jeszcze nie odpowiadała."),
        _("Odpowiedzi już są policzone. Nie wiemy, które są czyje, więc nie można ich zmienić."),
    ),
}
