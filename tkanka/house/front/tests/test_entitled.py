"""Whose right to a letter holds is asked of every room that writes on rights of its own."""

from uuid import uuid4

import pytest

from tests.cast import DAY, NOW
from tkanka.governance.discussions import actions
from tkanka.governance.discussions.actions.writing import Words
from tkanka.governance.discussions.letters import key_to
from tkanka.house.front.entitled import entitled
from tkanka.network.networks.queries import recipients_for_offices, recipients_of

pytestmark = pytest.mark.django_db


def test_letters_rest_on_mandates_offices_and_discussions_alike(cast):
    post = actions.open_thread(
        by=cast.by(cast.igor), at=NOW, network=cast.razem, body=None, title="Zima", words=Words(text="Czym grzejecie?")
    )
    [(_, mandate)] = recipients_of([cast.dach.pk], DAY)
    office = recipients_for_offices(cast.razem, DAY)[0][1]
    reply = f"reply:{key_to(post=post, person=cast.ada.pk, at=NOW).pk}"
    outside = f"reply:{key_to(post=post, person=cast.stranger.pk, at=NOW).pk}"
    holding = {(cast.razem.pk, basis) for basis in (mandate, office, reply)}
    void = {(cast.razem.pk, basis) for basis in (outside, f"seat:{uuid4()}", f"digest:{uuid4()}")}
    assert entitled(holding | void, DAY) == holding
