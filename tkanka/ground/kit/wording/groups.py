"""Groups and motions: proposing, verifying, supporting, closing, moving."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "working_groups_known": Wording(
        _("Zasady przewidują grupy robocze."),
        _("Zasady tej sieci nie przewidują zgłaszania grup roboczych."),
    ),
    "route_known": Wording(
        _("Zasady znają taką drogę powstania grupy."),
        _("Zasady nie znają takiej drogi powstania grupy."),
    ),
    "coordinator_or_advisory_begins": Wording(
        _("Zgłasza Koordynator_ka albo osoba z grupy doradczej."),
        _("Tą drogą grupę zgłasza tylko Koordynator_ka albo osoba z grupy doradczej."),
        _("Możesz zgłosić grupę razem z inną organizacją."),
    ),
    "secretariat_matches": Wording(
        _("Członków łączy sekretariat."),
        _("Grupę przez łączenie członków zgłasza tylko sekretariat."),
    ),
    "speaks_for_a_member": Wording(
        _("Osoba reprezentuje organizację członkowską."),
        _("Może to zrobić tylko osoba, która reprezentuje organizację członkowską."),
        _("Poproś o to osobę, która reprezentuje Twoją organizację."),
    ),
    "own_proposal": Wording(
        _("Zgłoszenie należy do tej osoby."),
        _("Zgłoszenie prowadzi kto inny."),
    ),
    "invited_to_initiate": Wording(
        _("Organizacja dostała zaproszenie do współinicjowania."),
        _("Ta organizacja nie ma otwartego zaproszenia do współinicjowania grupy."),
    ),
    "proposal_complete": Wording(
        _("Zgłoszenie ma wszystko, o co pytają zasady."),
        _("Zgłoszenie nie jest jeszcze kompletne."),
        _("Uzupełnij cele i wyniki, ramy czasowe, sposób spotykania się i język."),
    ),
    "enough_initiators": Wording(
        _("Zgodziło się dość organizacji: %(agreed)s."),
        _("Za mało organizacji się zgodziło: %(agreed)s, a potrzeba co najmniej %(least)s."),
        _("Zaproś inną organizację członkowską. Dwie osoby z jednej organizacji liczą się raz."),
    ),
    "strategic_reason_given": Wording(
        _("Podano, dlaczego sprawa ma znaczenie strategiczne."),
        _("Tą drogą powstają tylko grupy w sprawach o znaczeniu strategicznym."),
        _("Napisz, dlaczego sprawa ma znaczenie strategiczne."),
    ),
    "coordinator_agreed": Wording(
        _("Koordynator_ka się zgadza."),
        _("Brakuje zgody Koordynator_ki."),
        _("Poproś Koordynator_kę o zgodę na stronie zgłoszenia."),
    ),
    "advisory_group_agreed": Wording(
        _("Grupa doradcza się zgodziła."),
        _("Brakuje zgody grupy doradczej: więcej niż połowa jej miejsc musi odpowiedzieć „tak”."),
        _("Zadaj grupie doradczej pytanie i poczekaj na odpowiedzi."),
    ),
    "strategic_flag": Wording(
        _("Znaczenie strategiczne stwierdza Koordynator_ka albo grupa doradcza."),
        _("Znaczenie strategiczne może stwierdzić tylko Koordynator_ka albo grupa doradcza."),
    ),
    "sensitive_flag": Wording(
        _("Sprawę za szczególnie wrażliwą uznaje Koordynator_ka."),
        _("Sprawę za szczególnie wrażliwą może uznać tylko Koordynator_ka."),
    ),
    "sensitive_reason": Wording(
        _("Podano powód, który grupa może przeczytać."),
        _("Brakuje powodu, który przeczyta grupa."),
    ),
    "secretariat_checks_groups": Wording(
        _("Zgłoszenia sprawdza sekretariat."),
        _("Zgłoszenia grup sprawdza tylko sekretariat."),
    ),
    "check_known": Wording(
        _("Zasady każą to sprawdzić."),
        _("Zasady nie każą tego sprawdzać."),
    ),
    "check_noted": Wording(
        _("Przy sprawdzeniu jest notatka."),
        _("Przy każdym sprawdzeniu potrzebna jest notatka."),
        _("Napisz w jednym zdaniu, z czego to wynika."),
    ),
    "verification_not_too_early": Wording(
        _("Minęło dość dni roboczych, żeby zapisać wynik."),
        _("Na wynik jest za wcześnie: sprawdzanie trwa co najmniej %(days)s dni robocze."),
        _("Wynik można zapisać od: %(day)s."),
    ),
    "every_check_answered": Wording(
        _("Każde sprawdzenie ma odpowiedź."),
        _("Zostały sprawdzenia bez odpowiedzi: %(missing)s."),
    ),
    "checks_passed": Wording(
        _("Wszystkie sprawdzenia wypadły dobrze."),
        _("Nie wszystkie sprawdzenia wypadły dobrze."),
        _("Zapytaj osoby zgłaszające, zmień odpowiedź albo odmów z uzasadnieniem."),
    ),
    "declined_on_a_check": Wording(
        _("Odmowa opiera się na sprawdzeniu, które wypadło źle."),
        _("Odmówić można tylko z powodu sprawdzenia, które wypadło źle."),
    ),
    "secretariat_lists_outside": Wording(
        _("Wykaz grup spoza sieci prowadzi sekretariat."),
        _("Wykaz grup spoza sieci prowadzi tylko sekretariat."),
    ),
    "advisory_group_there": Wording(
        _("Sieć ma grupę doradczą."),
        _("Sieć nie ma teraz grupy doradczej, którą można zapytać."),
        _("Najpierw otwórz grupę doradczą i wpisz jej skład."),
    ),
    "coordinator_asks_advice": Wording(
        _("Pyta Koordynator_ka."),
        _("Grupę doradczą o radę pyta tylko Koordynator_ka."),
    ),
    "advisory_seat": Wording(
        _("Osoba ma miejsce w grupie doradczej."),
        _("Odpowiadają tylko osoby z grupy doradczej."),
    ),
    "question_open": Wording(
        _("Pytanie czeka na odpowiedź."),
        _("Sprawa, której dotyczyło pytanie, jest już rozstrzygnięta."),
    ),
    "leads_write": Wording(
        _("Pisze osoba prowadząca grupę albo sekretariat."),
        _("Mogą to zrobić tylko osoby prowadzące grupę albo sekretariat."),
    ),
    "group_not_closed": Wording(
        _("Grupa nie jest zamknięta."),
        _("Grupa jest zamknięta. Jej dorobek można czytać, ale nie zmieniać."),
    ),
    "encouraged_languages": Wording(
        _("Spotkania są w językach, do których zachęcają zasady."),
        _("Zasady gorąco zachęcają do spotkań po polsku i po angielsku."),
    ),
    "encouraged_interpretation": Wording(
        _("Spotkania są tłumaczone symultanicznie."),
        _("Zasady gorąco zachęcają do tłumaczenia symultanicznego, żeby każda osoba mogła wziąć udział."),
        _("Możesz poprosić sekretariat o tłumaczenie."),
    ),
    "technical_result_reviewed": Wording(
        _("Wynik technicznej grupy doradczej przedstawia się grupie doradczej."),
        _("Ten wynik nie trafia do grupy doradczej."),
    ),
    "strategic_result_supported": Wording(
        _("Wynik grupy strategicznej trafia do grupy doradczej."),
        _("Do grupy doradczej trafiają tylko wyniki grup strategicznych i technicznych."),
    ),
    "advisory_reviews": Wording(
        _("Zapisuje osoba z grupy doradczej albo Koordynator_ka."),
        _("Omówienie wyniku zapisuje tylko osoba z grupy doradczej albo Koordynator_ka."),
    ),
    "coordinator_closes_technical": Wording(
        _("Zamyka Koordynator_ka."),
        _("Techniczną grupę doradczą zamyka tylko Koordynator_ka."),
    ),
    "leads_ask_support": Wording(
        _("Prosi osoba prowadząca grupę."),
        _("O wsparcie proszą osoby prowadzące grupę."),
    ),
    "support_kind_known": Wording(
        _("Sekretariat udziela takiego wsparcia."),
        _("Sekretariat nie udziela takiego wsparcia."),
    ),
    "secretariat_supports": Wording(
        _("O wsparciu decyduje sekretariat."),
        _("O wsparciu decyduje tylko sekretariat."),
    ),
    "support_reason": Wording(
        _("Odpowiedź ma uzasadnienie."),
        _("Odmowa i zgoda częściowa wymagają uzasadnienia."),
    ),
    "within_the_pot": Wording(
        _("Mieści się to w tym, co zostało."),
        _("To więcej, niż zostało w puli: %(left)s."),
        _("Przyznaj mniej albo wybierz inną pulę."),
    ),
    "technical_groups_known": Wording(
        _("Zasady przewidują techniczne grupy doradcze."),
        _("Zasady tej sieci nie przewidują technicznych grup doradczych."),
    ),
    "coordinator_convenes": Wording(
        _("Powołuje Koordynator_ka."),
        _("Techniczną grupę doradczą powołuje tylko Koordynator_ka."),
    ),
    "purpose_of_the_list": Wording(
        _("Cel jest na liście z zasad."),
        _("Wybierz co najmniej jeden z celów wymienionych w zasadach."),
    ),
    "need_stated": Wording(
        _("Podano, czego potrzebuje sekretariat."),
        _("Brakuje uzasadnienia potrzeby."),
    ),
    "technical_groups_at_most": Wording(
        _("Liczba grup mieści się w granicy: najwyżej %(most)s naraz."),
        _("Naraz może działać najwyżej tyle technicznych grup doradczych: %(most)s. Są to teraz: %(running)s."),
        _("Najpierw zamknij jedną z nich."),
    ),
    "advisory_group_consulted": Wording(
        _("Zamiar skonsultowano z grupą doradczą."),
        _("Zamiar trzeba najpierw skonsultować z grupą doradczą."),
        _("Poczekaj na odpowiedź. Jeśli nie będzie żadnej, grupę można otworzyć po dniu: %(day)s."),
    ),
    "motion_kind_known": Wording(
        _("Takie sprawy można tu zgłaszać."),
        _("Takich spraw w tej sieci się nie zgłasza."),
    ),
    "participant_moves": Wording(
        _("Zgłasza osoba, która reprezentuje organizację z sieci."),
        _("Zgłosić sprawę może osoba, która reprezentuje organizację z sieci."),
        _("Wystarczy jedna organizacja, nikt nie musi popierać."),
    ),
    "coordinator_carries_outside": Wording(
        _("Odpowiada Koordynator_ka."),
        _("Sprawy na zewnątrz przedstawia tylko Koordynator_ka."),
    ),
    "carried_where_and_when": Wording(
        _("Zapisano, gdzie i kiedy sprawę przedstawiono."),
        _("Napisz, gdzie i kiedy sprawa została przedstawiona."),
    ),
    "secretariat_answers_motions": Wording(
        _("Odpowiada sekretariat."),
        _("Na zgłoszone sprawy odpowiada tylko sekretariat."),
    ),
    "oversees": Wording(
        _("Osoba należy do sekretariatu albo do organu, który nad nim czuwa."),
        _("Cały przebieg spraw widzi sekretariat i organ, który nad nim czuwa."),
    ),
}
