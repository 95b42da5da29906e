"""„Did you mean …?”"""

from ..folding import words_of
from ..models import Surface
from ..questions import Question, read
from .candidates import Scope, found

LIKE_ENOUGH = 0.34
LENGTH_OFF = 3
MOST_COMPARED = 5_000
MOST_TRIED = 3
LONGEST_CORRECTED = 4


def suggestion(scope: Scope, typed: str, question: Question) -> str:
    """The question with its unknown words put right, or "" when nothing alike would be found by this visitor."""
    words = list(question.words)[:LONGEST_CORRECTED]
    known = set(Surface.objects.filter(word__in=words).values_list("word", flat=True))
    alike = {word: _alike(word) for word in words if word not in known}
    if not any(alike.values()):
        return ""
    for attempt in range(MOST_TRIED):
        tried = [_nth(alike.get(word) or [word], attempt) for word in words]
        mended = " ".join(tried)
        if words_of(mended) != words and found(scope, read(mended)).exists():
            return mended
    return ""


def _nth(of: list[str], number: int) -> str:
    return of[min(number, len(of) - 1)]


def _alike(word: str) -> list[str]:
    """Known words that look like this one and begin like it, the likest first."""
    known = Surface.objects.filter(word__gte=word[0], word__lt=chr(ord(word[0]) + 1)).order_by("-uses", "word")
    asked = _trigrams(word)
    near = []
    for other, uses in known.values_list("word", "uses")[:MOST_COMPARED]:
        if abs(len(other) - len(word)) <= LENGTH_OFF:
            theirs = _trigrams(other)
            likeness = 2 * len(asked & theirs) / (len(asked) + len(theirs))
            if likeness >= LIKE_ENOUGH:
                near.append((-likeness, -uses, other))
    return [other for _, _, other in sorted(near)[:MOST_TRIED]]


def _trigrams(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}
