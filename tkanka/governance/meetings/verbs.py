from django.utils.translation import gettext_lazy as _

from tkanka.rules.membership import Contribution

VERBS = {
    "guest.invited": _("zaproszono gościa na spotkanie"),
    "guest.left_out": _("skreślono gościa z listy spotkania"),
    "item.changed": _("zmieniono punkt porządku"),
    "item.moved": _("przestawiono punkt porządku"),
    "item.proposed": _("zaproponowano punkt porządku"),
    "item.settled": _("rozstrzygnięto o punkcie porządku"),
    "item.withdrawn": _("wycofano punkt porządku"),
    "material.added": _("dodano materiał na spotkanie"),
    "material.dropped": _("usunięto materiał ze spotkania"),
    "meeting.called": _("zwołano spotkanie"),
    "meeting.cancelled": _("odwołano spotkanie"),
    "meeting.changed": _("zmieniono spotkanie"),
    "meeting.drafted": _("przygotowano szkic spotkania"),
    "meeting.held": _("spotkanie się odbyło"),
    "meeting.link_sent": _("wysłano adres spotkania zapisanym"),
    "meeting.materials_recalled": _("przypomniano o materiałach na spotkanie"),
    "meeting.recalled": _("przypomniano o jutrzejszym spotkaniu"),
    "needs.cleared": _("usunięto potrzeby dostępności po spotkaniu"),
    "place.confirmed": _("potwierdzono wolne miejsce na spotkaniu"),
    "place.given_up": _("zwolniono miejsce na spotkaniu"),
    "place.lapsed": _("niepotwierdzone miejsce przeszło dalej"),
    "place.taken": _("zapisano się na spotkanie"),
    "presence.ended": _("odnotowano wyjście przed końcem spotkania"),
    "presence.frozen": _("utrwalono listę obecnych"),
    "presence.noted": _("wpisano na listę obecnych"),
    "presence.said": _("potwierdzono obecność kodem"),
    "series.changed": _("zmieniono serię spotkań"),
    "series.drafted": _("przygotowano kolejne spotkania serii"),
    "series.ended": _("zakończono serię spotkań"),
    "series.started": _("rozpoczęto serię spotkań"),
    "submission.handed_in": _("złożono dokument przed spotkaniem"),
    "submissions.recalled": _("przypomniano o dokumentach przed spotkaniem"),
}
CONTRIBUTIONS = {
    "place.taken": Contribution.MEETING,
    "presence.said": Contribution.MEETING,
    "item.proposed": Contribution.MEETING,
    "submission.handed_in": Contribution.MEETING,
}
