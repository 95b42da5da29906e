"""How long a letter waits after each try that failed."""

from datetime import timedelta

PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
    timedelta(hours=24),
)
OUTAGE = timedelta(seconds=20)


def delay_after(tries: int) -> timedelta | None:
    """The pause after so many failed tries (1 or more); None when it is time to give up."""
    return PAUSES[tries - 1] if tries <= len(PAUSES) else None
