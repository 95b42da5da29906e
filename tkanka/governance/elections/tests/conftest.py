import pytest
import time_machine

from tests.cast import NOW


@pytest.fixture
def clock():
    """Pages see the day of the tests, and later ones when moved."""
    with time_machine.travel(NOW, tick=False) as travelled:
        yield travelled
