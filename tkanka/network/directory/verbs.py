from django.utils.translation import gettext_lazy as _

VERBS = {
    "contact.accepted": _("osoba do kontaktu zgodziła się na publikację swoich danych"),
    "contact.added": _("dodano osobę do kontaktu"),
    "contact.changed": _("osoba do kontaktu zmieniła swoje dane"),
    "contact.declined": _("zaproponowana osoba nie zgodziła się na publikację"),
    "contact.described": _("zmieniono dane kontaktowe"),
    "contact.proposed": _("zaproponowano osobę do kontaktu"),
    "contact.removed": _("usunięto osobę do kontaktu"),
    "organisation.written_to": _("przekazano organizacji wiadomość ze strony"),
    "person.cards_forgotten": _("usunięto wizytówki osoby (%(cards)s)"),
}
