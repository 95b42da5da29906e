import logging

import pytest
import time_machine

from tests import cast as made_by

from .world import World


@pytest.fixture
def world(cast):
    """Everybody and everything the tests of all pages need, on the day of the tests."""
    logging.disable(logging.CRITICAL)  # refusals are what is asked for
    with time_machine.travel(made_by.NOW, tick=True):
        yield World(cast)
    logging.disable(logging.NOTSET)
