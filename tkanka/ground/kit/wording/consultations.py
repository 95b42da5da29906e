"""Consultations: preparing, asking, remarking, answering, the next version."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "secretariat_prepares_consultation": Wording(
        _("Konsultacje przygotowuje sekretariat."),
        _("Konsultacje przygotowuje i prowadzi sekretariat."),
        _("Napisz do sekretariatu, jaki dokument warto skonsultować."),
    ),
    "leads_consult_their_body": Wording(
        _("Konsultacje prowadzi osoba prowadząca grupę."),
        _("Konsultacje w grupie prowadzą osoby, które nią kierują."),
    ),
    "document_has_paragraphs": Wording(
        _("Dokument ma treść."),
        _("Dokument jest pusty."),
        _("Wklej jego treść."),
    ),
    "last_version_published": Wording(
        _("Ostatnia wersja jest ogłoszona."),
        _("Następną wersję można zacząć dopiero po ogłoszeniu poprzedniej."),
        _("Popraw wersję, która jest szkicem."),
    ),
    "not_asked_about_already": Wording(
        _("O ten dokument nikogo się teraz nie pyta."),
        _("Konsultacje tego dokumentu są już przygotowywane albo trwają."),
    ),
    "plan_not_published_yet": Wording(
        _("Plan nie jest jeszcze ogłoszony."),
        _("Ogłoszonego planu już się nie zmienia."),
        _("Odwołaj konsultacje z podaniem powodu i przygotuj je od nowa."),
    ),
    "plan_is_published": Wording(
        _("Plan jest ogłoszony."),
        _("Najpierw trzeba ogłosić plan konsultacji."),
    ),
    "paragraph_of_the_version": Wording(
        _("Paragraf należy do konsultowanej wersji."),
        _("Tego paragrafu nie ma w konsultowanej wersji."),
    ),
    "plan_published": Wording(
        _("Plan konsultacji jest ogłoszony."),
        _("Napisz, jak będą rozpatrywane uwagi. Plan ogłasza się przed rozpoczęciem."),
    ),
    "somebody_asked": Wording(
        _("Wiadomo, kogo pytamy o zdanie."),
        _("Wskaż, kogo pytasz: organizacje, grupy albo osoby spoza sieci."),
    ),
    "period_lies_ahead": Wording(
        _("Okres konsultacji jest przed nami."),
        _("Konsultacje zaczynają się dziś lub później i kończą nie wcześniej, niż się zaczęły."),
    ),
    "period_not_endless": Wording(
        _("Okres konsultacji jest ograniczony."),
        _("Konsultacje trwają najwyżej tyle dni: %(days)s."),
    ),
    "period_long_enough": Wording(
        _("Na uwagi jest dość czasu."),
        _("Konsultacje zmiany zasad trwają co najmniej tyle dni: %(days)s."),
        _("Wybierz późniejszy dzień zakończenia."),
    ),
    "members_asked_on_charter": Wording(
        _("O zmianę zasad pyta się wszystkie organizacje członkowskie."),
        _("O zmianę zasad trzeba zapytać wszystkie organizacje członkowskie."),
        _("Zaznacz, że pytasz wszystkie organizacje członkowskie."),
    ),
    "bodies_asked_on_charter": Wording(
        _("O zmianę zasad pyta się ciała sieci."),
        _("O zmianę zasad trzeba zapytać wszystkie otwarte ciała sieci. Nie wskazano: %(missing)s."),
        _("Dodaj brakujące grupy do zaproszonych."),
    ),
    "asked_in_this_consultation": Wording(
        _("Zaproszono do tych konsultacji."),
        _("W tych konsultacjach wypowiadają się tylko zaproszone organizacje, grupy i osoby."),
    ),
    "remarks_are_open": Wording(
        _("Trwa czas na uwagi."),
        _("Uwagi można zgłaszać i zmieniać tylko w ogłoszonym okresie. Teraz on nie trwa."),
    ),
    "speaks_for_the_remarker": Wording(
        _("Reprezentuje organizację, w której imieniu zgłasza uwagę."),
        _("Uwagę w imieniu organizacji zgłasza osoba, która ją reprezentuje."),
        _("Poproś główną osobę reprezentującą Twoją organizację, żeby zgłosiła uwagę albo dała Ci mandat."),
    ),
    "consultation_under_way": Wording(
        _("Konsultacje trwają."),
        _("Te konsultacje nie trwają."),
    ),
    "remark_has_its_author": Wording(
        _("Wiadomo, czyja to uwaga."),
        _("Wskaż organizację albo wpisz, kto zgłosił uwagę."),
    ),
    "own_remark": Wording(
        _("To własna uwaga."),
        _("Zmieniać i wycofywać można tylko uwagi własnej organizacji."),
    ),
    "remark_not_answered": Wording(
        _("Uwaga nie ma jeszcze odpowiedzi."),
        _("Na tę uwagę jest już odpowiedź, więc nie można jej zmienić."),
    ),
    "remarks_are_answered_now": Wording(
        _("Czas na uwagi minął, trwa ich rozpatrywanie."),
        _("Odpowiada się po zakończeniu czasu na uwagi i przed zamknięciem konsultacji."),
    ),
    "remark_not_withdrawn": Wording(
        _("Uwaga nie jest wycofana."),
        _("Tę uwagę wycofano."),
    ),
    "nobody_answered_meanwhile": Wording(
        _("Nikt w tym czasie nie odpowiedział."),
        _("W tym czasie ktoś inny zapisał odpowiedź. Twoja treść jest nadal w formularzu."),
        _("Przeczytaj tamtą odpowiedź i zdecyduj, czy ją zastąpić."),
    ),
    "position_explained": Wording(
        _("Odpowiedź ma uzasadnienie."),
        _("Napisz uzasadnienie. Przeczytają je osoby, które zgłosiły uwagę."),
    ),
    "remarks_fit_together": Wording(
        _("Te uwagi można połączyć."),
        _("Połączyć można co najmniej dwie uwagi z tych samych konsultacji, bez odpowiedzi i niewycofane."),
    ),
    "period_is_over": Wording(
        _("Czas na uwagi minął."),
        _("Czas na uwagi jeszcze nie minął. Ogłoszony okres musi się skończyć."),
    ),
    "every_remark_answered": Wording(
        _("Każda uwaga ma odpowiedź."),
        _("Konsultacje można zakończyć dopiero wtedy, gdy każda uwaga ma odpowiedź. Bez odpowiedzi: %(unanswered)s."),
        _("Odpowiedz na pozostałe uwagi."),
    ),
    "calling_off_explained": Wording(
        _("Podano powód odwołania."),
        _("Napisz, dlaczego konsultacje są odwołane."),
    ),
    "version_still_a_draft": Wording(
        _("Wersja jest szkicem."),
        _("Ogłoszonej wersji już się nie zmienia."),
        _("Przygotuj następną wersję."),
    ),
    "no_remarks_coming_in": Wording(
        _("Do poprzedniej wersji nie napływają uwagi."),
        _("Następną wersję ogłasza się po zakończeniu czasu na uwagi."),
    ),
    "changes_explained": Wording(
        _("Napisano, co się zmieniło."),
        _("Napisz krótko, co się zmieniło w tej wersji."),
    ),
    "consultation_is_closed": Wording(
        _("Konsultacje są zakończone."),
        _("Zmiana zasad wymaga zakończonych konsultacji."),
    ),
}
