"""What the ledger calls what is done here."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "vocabulary.loaded": _("wczytano słowniki platformy"),
    "vocabulary.concept_added": _("dodano pojęcie „%(code)s” do słownika"),
    "vocabulary.concept_renamed": _("zmieniono brzmienie pojęcia „%(code)s”"),
    "vocabulary.concept_retired": _("wycofano pojęcie „%(code)s”"),
    "vocabulary.concept_restored": _("przywrócono pojęcie „%(code)s”"),
    "vocabulary.concept_placed": _("przestawiono pojęcie „%(code)s”"),
    "vocabulary.synonym_added": _("dodano synonim do pojęcia „%(code)s”"),
    "vocabulary.synonym_removed": _("usunięto synonim pojęcia „%(code)s”"),
}
