from django.utils.translation import gettext_lazy as _

VERBS = {
    "event.called_off": _("odwołano wydarzenie organizacji"),
    "event.cancelled": _("odwołano wydarzenie"),
    "event.changed": _("zmieniono wydarzenie organizacji"),
    "event.entered": _("wpisano wydarzenie organizacji"),
    "event.put": _("zapisano wydarzenie w kalendarzu"),
    "events.taken_in": _("wczytano wydarzenia z pliku"),
    "feed.made": _("utworzono adres kalendarza"),
    "feed.revoked": _("unieważniono adres kalendarza"),
    "person.events_forgotten": _("usunięto ślady osoby z kalendarza"),
}
