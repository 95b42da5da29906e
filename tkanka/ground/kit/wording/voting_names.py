"""What votes and their rules are made of."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Promise

NAMES: dict[str, dict[str, Promise]] = {
    "PollKind": {
        "ordinary": _("zwykła decyzja ciała"),
        "separation": _("rozdzielenie od organizacji goszczącej"),
        "dispute_settlement": _("rozstrzygnięcie sporu"),
        "members": _("głosowanie organizacji członkowskich"),
    },
    "Choice": {
        "for": _("za"),
        "against": _("przeciw"),
        "abstain": _("wstrzymuję się"),
    },
    "Outcome": {
        "passed": _("przyjęto"),
        "failed": _("odrzucono"),
        "repeated": _("remis, do powtórzenia"),
    },
    "Electorate": {
        "seats": _("osoby na miejscach w ciele"),
        "members": _("wszystkie organizacje członkowskie"),
        "members_present": _("organizacje członkowskie obecne na spotkaniu"),
    },
    "Unit": {
        "person": _("jedna osoba, jeden głos"),
        "organisation": _("jedna organizacja, jeden głos"),
    },
    "Base": {
        "cast": _("oddanych głosów"),
        "valid": _("ważnych głosów"),
        "present": _("obecnych"),
        "entitled": _("uprawnionych"),
    },
    "Abstention": {
        "counts": _("liczą się w podstawie"),
        "ignored": _("nie liczą się w podstawie"),
    },
    "Tie": {
        "fails": _("wniosek upada"),
        "repeat": _("głosowanie się powtarza"),
        "lot": _("los, wyciągnięty i ogłoszony przed głosowaniem"),
    },
    "Secrecy": {
        "open": _("jawne, z listą imienną"),
        "secret": _("tajne"),
        "secret_on_request": _("jawne, a na prośbę osoby obecnej tajne"),
    },
    "Method": {
        "vote": _("głosowanie"),
        "consensus": _("zgoda bez sprzeciwu"),
    },
    "Interest": {
        "interest_of_network": _("w interesie sieci"),
        "interest_of_host": _("w interesie organizacji goszczącej"),
        "interest_of_both": _("w interesie obu stron"),
    },
    "Handing": {
        "donors": _("umowy z darczyńcami"),
        "accounts": _("konta, domeny i narzędzia"),
        "archive": _("dokumenty i archiwum"),
        "staff": _("umowy osób z sekretariatu"),
        "seat": _("miejsce organizacji goszczącej w Grupie Doradczej"),
        "members": _("list do wszystkich członków"),
    },
    "ExclusionKind": {
        "no_vote": _("nie głosuje"),
        "no_deciding_role": _("głosuje, ale nie rozstrzyga remisu"),
        "replaced": _("głosuje ktoś inny"),
    },
}
