"""Joint positions: writing, signing, delivering."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "positions_signed_here": Wording(
        _("W tej sieci podpisuje się wspólne stanowiska."),
        _("W tej sieci nie podpisuje się wspólnych stanowisk."),
    ),
    "member_begins_position": Wording(
        _("Stanowisko zaczyna organizacja członkowska."),
        _("Stanowisko może zacząć osoba, która reprezentuje organizację członkowską."),
    ),
    "position_is_public": Wording(
        _("Stanowisko jest jawne."),
        _("Dopóki stanowisko jest pisane i podpisywane, widzą je tylko członkowie sieci."),
    ),
    "initiator_keeps_position": Wording(
        _("Reprezentuje organizację, która zaczęła stanowisko."),
        _("Decyduje o tym organizacja, która zaczęła stanowisko."),
    ),
    "text_not_frozen": Wording(
        _("Tekst nie jest jeszcze zamrożony."),
        _("Tekstu już się nie zmienia: trwa albo zakończyło się podpisywanie."),
    ),
    "nobody_wrote_meanwhile": Wording(
        _("Nikt w tym czasie nie zmienił tekstu."),
        _("W tym czasie ktoś zmienił ten tekst. Porównaj obie treści i zapisz jeszcze raz."),
    ),
    "member_remarks_on_position": Wording(
        _("Reprezentuje organizację członkowską."),
        _("Uwagi do projektu zgłaszają organizacje członkowskie."),
    ),
    "position_has_addressees": Wording(
        _("Wiadomo, do kogo stanowisko jest skierowane."),
        _("Wskaż, do kogo stanowisko jest skierowane."),
    ),
    "signing_ends_later": Wording(
        _("Wiadomo, do kiedy można podpisywać."),
        _("Wskaż, do kiedy można podpisywać: dziś albo później."),
    ),
    "signs_for_own_organisation": Wording(
        _("Podpisuje za organizację, którą reprezentuje."),
        _("Każda organizacja podpisuje za siebie, przez osobę, która ją reprezentuje."),
        _("Poproś główną osobę reprezentującą Twoją organizację."),
    ),
    "signing_is_open": Wording(
        _("Trwa podpisywanie."),
        _("Teraz nie można podpisywać."),
    ),
    "not_signed_yet": Wording(
        _("Organizacja jeszcze nie podpisała."),
        _("Ta organizacja już podpisała."),
    ),
    "signing_began": Wording(
        _("Podpisywanie się zaczęło."),
        _("Nie ma jeszcze czego wycofywać."),
    ),
    "withdrawal_explained": Wording(
        _("Podano powód."),
        _("Napisz, dlaczego stanowisko jest wycofane."),
    ),
    "initiator_or_office_delivers": Wording(
        _("Ma prawo przekazać stanowisko."),
        _("Stanowisko przekazuje organizacja, która je zaczęła, albo sekretariat."),
    ),
    "signing_is_over": Wording(
        _("Podpisywanie się zakończyło."),
        _("Najpierw trzeba zakończyć podpisywanie."),
    ),
    "somebody_signed": Wording(
        _("Stanowisko jest podpisane."),
        _("Nikt nie podpisał tego stanowiska."),
    ),
    "delivery_day_was": Wording(
        _("Ten dzień już był."),
        _("Podaj dzień dzisiejszy albo wcześniejszy."),
    ),
    "position_delivered": Wording(
        _("Stanowisko przekazano."),
        _("Najpierw trzeba przekazać stanowisko."),
    ),
    "answer_in_words": Wording(
        _("Zapisano, co odpowiedziano."),
        _("Napisz, co odpowiedziano."),
    ),
}
