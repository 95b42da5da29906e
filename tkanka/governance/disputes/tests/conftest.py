import pytest
import time_machine

from tests.cast import NOW


@pytest.fixture
def today():
    """Pages see the day of the tests."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock
