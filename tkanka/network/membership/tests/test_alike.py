"""When the name typed in is probably that of a party we know: what the warning is worth, in both directions."""

import pytest

from tkanka.network.membership.queries.known import ALIKE, base_forms
from tkanka.rules.names import likeness

SAME = [
    ("Fundacja Jeden Dach", "Pod Jednym Dachem"),
    ("Fundacja Jeden Dach", "Stowarzyszenie „Pod Jednym Dachem”"),
    ("Fundacja Jeden Dach", "JEDEN DACH"),
    ("Fundacja Jeden Dach", "Jeden  dach fundacja w Polsce"),
    ("Stowarzyszenie Trzy Mosty", "Trzy Mosty"),
    ("Stowarzyszenie Trzy Mosty", "Między Trzema Mostami"),
    ("Fundacja Otwarte Drzwi", "Otwartych Drzwi"),
    ("Fundacja Otwarte Drzwi", "Fundacja Otwarte Dzrwi"),
    ("Polska Akcja Humanitarna", "PAH"),
    ("Fundacja Zielona Łąka", "Fundacja Zielonej Łąki"),
    ("Fundacja Zielona Łąka", "ZIELONA LAKA"),
    ("Stowarzyszenie Wspólny Dom", "Stowarzyszenie Wspólnego Domu"),
    ("Fundacja Dobry Sąsiad", "Dobrzy Sąsiedzi"),
    ("Fundacja Nowy Początek", "Fundacja „Nowy Poczatek”"),
    ("Stowarzyszenie Nasza Przystań", "Towarzystwo Naszej Przystani"),
    ("Fundacja Ocalenie", "Fundacja „Ocalenie”"),
    ("Громадська організація «Спільний дім»", "Спільний дім"),
    ("Stowarzyszenie Kobiety Razem", "Fundacja Kobiet Razem"),
]
DIFFERENT = [
    ("Fundacja Jeden Dach", "Fundacja Jeden Świat"),
    ("Fundacja Jeden Dach", "Fundacja Zielony Dach"),
    ("Fundacja Jeden Dach", "Trzy Kotły"),
    ("Stowarzyszenie Trzy Mosty", "Stowarzyszenie Dwa Brzegi"),
    ("Fundacja Otwarte Drzwi", "Fundacja Otwarte Serca"),
    ("Fundacja Zielona Łąka", "Fundacja Zielone Wzgórze"),
    ("Stowarzyszenie Wspólny Dom", "Stowarzyszenie Wspólna Ziemia"),
    ("Stowarzyszenie Wspólny Dom", "Dom Kultury"),
    ("Fundacja Dobry Sąsiad", "Fundacja Dobry Start"),
    ("Fundacja Nowy Początek", "Fundacja Nowy Horyzont"),
    ("Stowarzyszenie Nasza Przystań", "Stowarzyszenie Nasza Ulica"),
    ("Fundacja Ocalenie", "Fundacja Ocean"),
    ("Stowarzyszenie Kobiety Razem", "Stowarzyszenie Kobiety Wsi"),
    ("Stowarzyszenie Przyjaciół Łodzi", "Stowarzyszenie Przyjaciół Gdyni"),
    ("Fundacja Pomocna Dłoń", "Fundacja Pomocny Lekarz"),
    ("Polska Akcja Humanitarna", "PCK"),
    ("Fundacja dla Ukrainy", "Fundacja dla Białorusi"),
    ("Спільний дім", "Спільна мова"),
]


@pytest.mark.parametrize(("known", "typed"), SAME)
def test_a_party_is_recognised_under_another_spelling_or_form(known, typed):
    assert likeness(typed, known, base_forms) >= ALIKE
    assert likeness(known, typed, base_forms) >= ALIKE


@pytest.mark.parametrize(("known", "typed"), DIFFERENT)
def test_a_party_with_some_words_in_common_is_another(known, typed):
    assert likeness(typed, known, base_forms) < ALIKE
    assert likeness(known, typed, base_forms) < ALIKE
