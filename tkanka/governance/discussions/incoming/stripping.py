"""What somebody wrote in an answer, without what they answer, without their signature.

Polish, English and Ukrainian mail programs are known by what they put above a quotation.
"""

import re

FLAGS = re.IGNORECASE
WROTE = (
    r"(?:pisze|pisz[ąa]|napisał(?:a|\(a\)|_a|o)?|wrote|writes|"
    r"пише|написав(?:\(?л?а\)?)?|написала|пишет|написал\(?а?\)?)"
)
DATED = r"(?=.*(?:\d{1,2}[:.]\d{2}|\d{4}|@))"
ATTRIBUTION = re.compile(rf"^\W*{DATED}.{{0,400}}\b{WROTE}\s*\)?\s*:\s*$", FLAGS)
DASHED = re.compile(
    r"^\W*[-_—–]{2,}\s*(?:original message|oryginalna wiadomość|wiadomość oryginalna|treść oryginalnej wiadomości|"
    r"wiadomość przekazana|przekazana wiadomość|forwarded message|оригінальне повідомлення|"
    r"вихідне повідомлення|початкове повідомлення|переслане повідомлення|reply message)\b.*$",
    FLAGS,
)
HEAD = re.compile(r"^\W{0,3}(?:from|od|nadawca|від|от)\W{0,3}:\W{0,3}\s*\S", FLAGS)
HEAD_MORE = re.compile(
    r"^\W{0,3}(?:sent|date|to|cc|subject|wysłano|wysłane|data|do|dw|temat|надіслано|дата|кому|тема|відправлено|копія)"
    r"\W{0,3}:",
    FLAGS,
)
SIGNATURE = re.compile(r"^--[ \u00a0]?$")
DEVICE = re.compile(
    r"^\W*(?:wysłan[eoay]\w* (?:z|przez|za pomocą)|"
    r"sent (?:from|via) (?:my|the|outlook|yahoo|mail|proton|gmail|samsung)|"
    r"get outlook for|pobierz (?:aplikację )?outlook|надіслано (?:з|із|за допомогою)|отримати outlook|"
    r"відправлено (?:з|із)|uzyskaj (?:aplikację )?outlook)\b.{0,80}$",
    FLAGS,
)
QUOTED = re.compile(r"^\s*(?:>|&gt;)")
MOST_LINES = 5_000
SPAN = 4


def own_words(text: str) -> str:
    """The writer's own words of an answer; "" where there are none."""
    lines = [line.rstrip() for line in _clean(text).split("\n")][:MOST_LINES]
    lines = _without_answered(lines)
    lines = [line for line in _until_signature(lines) if not QUOTED.match(line)]
    while lines and (not lines[-1].strip() or DEVICE.match(lines[-1])):
        lines.pop()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _clean(text: str) -> str:
    text = re.sub(r"\r\n?|[\u2028\u2029]", "\n", text)
    return re.sub(r"[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0b-\x1f]", "", text)


def _until_signature(lines: list[str]) -> list[str]:
    """Up to the line of two dashes, which begins a signature."""
    for number, line in enumerate(lines):
        if SIGNATURE.match(line):
            return lines[:number]
    return lines


def _without_answered(lines: list[str]) -> list[str]:
    """Without the line that says who wrote what follows; without what follows, unless that is marked as a quotation.

    With marks, the writer may have answered between the quoted lines: those answers stay.
    """
    kept: list[str] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        if DASHED.match(line) or _is_head(lines, number):
            break
        length = _attribution(lines, number)
        if length:
            rest = lines[number + length :]
            if not any(QUOTED.match(one) for one in rest[:6]):
                break
            number += length
            continue
        kept.append(line)
        number += 1
    return _without_rule(kept)


def _is_head(lines: list[str], number: int) -> bool:
    """The head of an answered letter: From, and within the next lines Sent, To or Subject."""
    if not HEAD.match(lines[number]):
        return False
    return sum(bool(HEAD_MORE.match(line)) for line in lines[number + 1 : number + 6]) >= 2


def _attribution(lines: list[str], number: int) -> int:
    """Of how many lines the "On … wrote:" consists that begins here; 0 for none. Mail programs fold it."""
    if not lines[number].strip() or QUOTED.match(lines[number]):
        return 0
    if not re.match(r"^\W*(?:on|w|dnia|у|в|\w{2,12}[.,]|\d|le|am)\b|.*<\S+@\S+>|.*@", lines[number], FLAGS):
        return 0
    joined = ""
    for length in range(1, SPAN + 1):
        if number + length > len(lines) or not lines[number + length - 1].strip():
            return 0
        joined = f"{joined} {lines[number + length - 1].strip()}".strip()
        if len(joined) > 500:
            return 0
        if ATTRIBUTION.match(joined):
            return length
    return 0


def _without_rule(lines: list[str]) -> list[str]:
    """A rule of dashes or underlines above the answered letter belongs to it."""
    while lines and (not lines[-1].strip() or re.fullmatch(r"\s*[_\-*=]{5,}\s*", lines[-1])):
        lines.pop()
    return lines
