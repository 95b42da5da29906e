"""Numbers of people as they may be published."""

SMALLEST = 5


def published_count(number: int | None) -> str | int | None:
    """The number, but "<5" for one that is so small that it may point at somebody. None is unknown, 0 is nobody."""
    if number is not None and 0 < number < SMALLEST:
        return f"<{SMALLEST}"
    return number
