from tkanka.ground.kit.deeds import all_verbs, contributing_verbs, verb_sentence
from tkanka.rules.membership import Contribution


def test_rooms_without_verbs_are_passed_over():
    assert "mandate.given" in all_verbs()


def test_a_log_in_is_no_contribution():
    assert contributing_verbs()["organisation.described"] is Contribution.WEBSITE
    assert not [verb for verb in contributing_verbs() if verb.startswith(("person.", "session"))]
    assert "organisation.confirmed" not in contributing_verbs()


def test_days_in_a_record_are_words():
    said = verb_sentence("hosting.guaranteed", {"until": "2027-06-30"})
    assert "30" in said and "2027-06-30" not in said
