import pytest
import time_machine

from tests.cast import NOW


@pytest.fixture
def today():
    """Pages see the day of the tests; shift it to see a later one."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock
