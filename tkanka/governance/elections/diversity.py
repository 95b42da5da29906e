"""What candidates may say of themselves, apart from their candidacy, and how it is shown."""

from collections.abc import Mapping

QUESTIONS: dict[str, tuple[str, ...]] = {
    "age": ("under_30", "30_44", "45_59", "60_over"),
    "gender": ("woman", "man", "other"),
    "race": ("yes", "no"),
    "ethnic_origin": ("yes", "no"),
}
FEWEST = 5


def shown(counts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int | None]]:
    """How many said what; None where it is fewer than five, but for nobody. Where only one figure of a question would
    be hidden, the next smallest is hidden with it, so that it is not worked out from the rest."""
    found: dict[str, dict[str, int | None]] = {}
    for question, answers in QUESTIONS.items():
        given = {answer: counts.get(question, {}).get(answer, 0) for answer in answers}
        hidden = {answer for answer, count in given.items() if 0 < count < FEWEST}
        others = sorted((count, answer) for answer, count in given.items() if count >= FEWEST)
        if len(hidden) == 1 and others:
            hidden.add(others[0][1])
        if any(given.values()):
            found[question] = {answer: None if answer in hidden else count for answer, count in given.items()}
    return found
