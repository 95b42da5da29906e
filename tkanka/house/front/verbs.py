from django.utils.translation import gettext_lazy as _

VERBS = {
    "letters.retried": _("ponowiono wysyłkę listów (%(letters)s)"),
    "person.forgotten_everywhere": _("usunięto konto i dane osoby ze wszystkich miejsc"),
    "person.seats_ended": _("zakończono miejsca osoby, która usunęła konto (%(seats)s)"),
}
