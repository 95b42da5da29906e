"""Titles in the forms that letters and minutes need."""

import pytest

from tkanka.rules.roles import Case, keys, title

from .cast import RAZEM


@pytest.mark.parametrize(
    ("key", "language", "case", "plural", "form"),
    [
        ("coordinator", "pl", Case.NOMINATIVE, False, "Koordynator_ka"),
        ("coordinator", "pl", Case.ACCUSATIVE, False, "Koordynatora_kę"),
        ("coordinator", "pl", Case.DATIVE, True, "Koordynatorom_kom"),
        ("practitioner", "pl", Case.GENITIVE, True, "praktyków_czek"),
        ("secretariat", "pl", Case.INSTRUMENTAL, False, "Sekretariatem"),
        ("secretariat", "uk", Case.GENITIVE, False, "Секретаріату"),
        ("coordinator", "en", Case.DATIVE, True, "Coordinators"),
        ("advisory_group", "en-gb", Case.NOMINATIVE, False, "Advisory Group"),
        ("advisory_group", "de", Case.LOCATIVE, False, "Grupie Doradczej"),
    ],
)
def test_a_title_takes_its_case_number_and_language(key, language, case, plural, form):
    assert title(key, language, case, plural=plural) == form


@pytest.mark.norm("R-00-02")
def test_titles_are_data_in_inclusive_forms_and_all_cases():
    assert title("coordinator") == RAZEM.roles.coordinator.value
    for key in keys():
        for language in ("pl", "uk"):
            forms = [title(key, language, case) for case in Case]
            assert all(form.strip() for form in forms) and len(set(forms)) > 1


def test_an_unknown_role_and_the_plural_of_a_body_are_mistakes():
    with pytest.raises(KeyError):
        title("king")
    with pytest.raises(KeyError):
        title("secretariat", "pl", plural=True)
    with pytest.raises(KeyError):
        title("secretariat", "en", plural=True)
