"""Contacts as vCard 4.0 (RFC 6350): one card a person, one an organisation, of what the reader may see."""

from collections.abc import Iterable, Iterator

from tkanka.network.networks.models import Organisation

from .queries import Card, Entry

LONGEST_LINE = 75
TYPE = "text/vcard; charset=utf-8"


def escaped(text: str) -> str:
    """A text value: backslash, comma, semicolon and line ends are escaped; other control characters are left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(c for c in text if c == "\n" or (c >= " " and c != "\x7f"))
    for sign in ("\\", ",", ";"):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """A line of at most 75 octets; what is longer goes on after a line end and a space, never inside a letter."""
    parts, part, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LONGEST_LINE:
            parts.append(part)
            part, size = "", 1
        part, size = part + letter, size + octets
    return "\r\n ".join([*parts, part]) + "\r\n"


def vcard(lines: Iterable[tuple[str, str]]) -> str:
    """One card of properties whose values are already escaped; empty ones are left out."""
    kept = [
        ("BEGIN", "VCARD"),
        ("VERSION", "4.0"),
        *((name, value) for name, value in lines if value),
        ("END", "VCARD"),
    ]
    return "".join(folded(f"{name}:{value}") for name, value in kept)


def tel(number: str) -> str:
    return f"tel:{''.join(c for c in number if c in '+0123456789')}" if number else ""


def of_organisation(entry: Entry) -> str:
    party, reached = entry.membership.organisation, entry.reached
    street, postcode = escaped(reached.street.value), escaped(reached.postcode.value)
    town = escaped(reached.town)
    return vcard(
        [
            ("KIND", "org"),
            ("UID", f"urn:uuid:{party.pk}"),
            ("FN", escaped(party.name)),
            ("ORG", escaped(party.name)),
            ("EMAIL", escaped(reached.email.value)),
            ("TEL;VALUE=uri", tel(reached.phone.value)),
            ("URL", "".join(c for c in reached.website.value if c > " ")),
            ("ADR", f";;{street};{town};;{postcode};" if street or town else ""),
        ]
    )


def of_person(card: Card, party: Organisation, nameless: str) -> str:
    return vcard(
        [
            ("KIND", "individual"),
            ("UID", f"urn:uuid:{card.key}"),
            ("FN", escaped(card.name.value or card.post.value or nameless)),
            ("ORG", escaped(party.name)),
            ("TITLE", escaped(card.post.value)),
            ("EMAIL", escaped(card.email.value)),
            ("TEL;VALUE=uri", tel(card.phone.value)),
            ("NOTE", escaped(card.topics.value)),
        ]
    )


def vcards_of(entries: Iterable[Entry], nameless: str) -> Iterator[str]:
    """Each organisation, and after it its people. `nameless` is what a card without a name is called."""
    for entry in entries:
        yield of_organisation(entry)
        for card in entry.cards:
            yield of_person(card, entry.membership.organisation, nameless)
