"""The page that says why something may not be done."""

import pytest
from django.test import RequestFactory

from tkanka.network.networks.doors import enter, refused
from tkanka.rules.ruling import Refused, check
from tkanka.rules.terms import Term

pytestmark = pytest.mark.django_db


def page(cast, ruling, person=None):
    from django.contrib.auth.models import AnonymousUser

    request = RequestFactory().get("/n/razem/somewhere/")
    request.user, request.session = person or AnonymousUser(), {}
    answer = refused(enter(request, cast.razem), Refused(ruling))
    assert answer.status_code == 403
    return answer.content.decode().replace("\u00a0", " ")


def test_it_quotes_the_paragraph_it_rests_on(cast):
    said = page(cast, check(False, "kind_belongs", Term((), "§3"), kind="business"))
    assert "Podmiot tego rodzaju (firma) nie może należeć do sieci." in said
    assert '<a href="/n/razem/charter/#p3">Członkostwo</a>' in said
    assert 'href="/n/razem/charter/#p3">§ 3</a>' in said


def test_a_default_is_said_to_be_one_and_cites_nothing(cast):
    said = page(cast, check(False, "kind_belongs", Term(()), kind="business"))
    assert "Karta o tym milczy." in said
    assert 'class="cite"' not in said
    assert "<blockquote" not in said


def test_what_is_no_matter_of_the_charter_speaks_of_no_charter(cast):
    said = page(cast, check(False, "signed_in"))
    assert "Najpierw trzeba się zalogować." in said
    assert "Karta o tym milczy" not in said
    assert "<blockquote" not in said


def test_a_visitor_is_shown_the_way_to_sign_in_and_others_are_not(cast):
    assert "?next=/n/razem/somewhere/" in page(cast, check(False, "signed_in"))
    assert "Zaloguj się" not in page(cast, check(False, "office_or_installation"), cast.ada)
