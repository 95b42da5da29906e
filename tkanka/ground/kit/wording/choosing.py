"""Choosing who keeps the secretariat."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "secretariat_by_consensus": Wording(
        _("Sekretariat wybiera się za zgodą wszystkich organizacji porozumienia."),
        _("Zasady tej sieci nie przewidują wyboru sekretariatu za zgodą wszystkich organizacji."),
    ),
    "secretariat_runs_choice": Wording(
        _("Wybór prowadzi dotychczasowy sekretariat."),
        _("Wybór prowadzi tylko dotychczasowy sekretariat."),
    ),
    "candidate_participates": Wording(
        _("Organizacja bierze udział w porozumieniu."),
        _("Sekretariat może prowadzić tylko organizacja, która bierze udział w porozumieniu."),
    ),
    "one_round_at_a_time": Wording(
        _("Żadna runda nie trwa."),
        _("Poprzednia runda jeszcze trwa."),
        _("Zamknij ją, gdy minie jej ostatni dzień albo odpowiedzą wszyscy."),
    ),
    "round_ends_later": Wording(
        _("Na odpowiedź jest czas."),
        _("Ostatni dzień rundy musi być po dniu, w którym się zaczyna."),
    ),
    "rounds_at_most": Wording(
        _("Liczba rund mieści się w granicy: najwyżej %(most)s."),
        _("Odbyły się już wszystkie rundy. Może ich być najwyżej: %(most)s."),
    ),
    "participant_is_asked": Wording(
        _("Odpowiada osoba, która reprezentuje zapytaną organizację."),
        _("Odpowiedzieć może tylko osoba, która reprezentuje organizację z listy zapytanych."),
    ),
    "round_open": Wording(
        _("Runda trwa."),
        _("Ta runda już się skończyła."),
    ),
    "objection_says_why": Wording(
        _("Odpowiedź to zgoda albo sprzeciw, który ma powód."),
        _("Sprzeciw musi mieć powód."),
        _("Napisz, co stoi na przeszkodzie: odpowie na to następna runda."),
    ),
    "round_over": Wording(
        _("Runda się skończyła albo odpowiedzieli wszyscy."),
        _("Runda trwa do dnia: %(until)s. Wcześniej można ją zamknąć, gdy odpowiedzą wszyscy."),
    ),
    "no_objection_stands": Wording(
        _("Nie ma żadnego uzasadnionego sprzeciwu."),
        _("Zostały uzasadnione sprzeciwy: %(objections)s."),
    ),
    "called_off_with_reason": Wording(
        _("Powód odwołania jest podany."),
        _("Podaj powód: przeczytają go wszystkie organizacje."),
    ),
    "watches_over_choice": Wording(
        _("Nad wyborem czuwa organ, do którego osoba należy."),
        _("Uwagę dodaje tylko organ, który czuwa nad wyborem."),
    ),
}
