"""What disputes ask of somebody: an answer, a word on the mediator, a key, a substitute."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from tkanka.governance.bodies.doors import own_seats
from tkanka.governance.disputes.queries import owed_by
from tkanka.network.networks.doors import Visit
from tkanka.rules.bodies import BodyKind, Role

from .owed import Owed


def of_disputes(visit: Visit) -> Iterator[Owed]:
    """Only that something waits in a file: what it is about is read there."""
    terms = visit.frame.book.disputes
    if terms.parties is None:
        return
    asks = {
        "answer": (_("Odpowiedz jako strona sporu"), terms.parties),
        "word": (_("Odpowiedz na propozycję mediacji"), terms.mediator_from),
        "key": (_("Zdecyduj, czy spór ma trafić na naradę członków"), terms.admission_keys),
        "substitute": (_("Wskaż zastępstwo w sporze"), terms.substitutes),
    }
    advises = any(s.body.kind == BodyKind.ADVISORY and s.role != Role.OBSERVER for s in own_seats(visit))
    for kind, dispute in owed_by(visit.network, visit.standing, visit.today, advises=advises):
        title, term = asks[kind]
        page = reverse("disputes:dispute", args=[visit.network.slug, dispute.pk])
        yield title, _("Treść jest w aktach."), page, _("Otwórz akta"), None, term.cite if term else ""
