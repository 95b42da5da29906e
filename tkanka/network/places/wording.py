"""What the outcome of a look-up is called, for people who fill in forms and spreadsheets."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import Unit
from .resolver import CODE_AND_NAME, EMPTY, OUTSIDE, UNKNOWN, Ambiguous, Found, Outcome
from .teryt_codes import DISTRICT, LOST_ZERO, OTHER_KIND

ASSUMED: dict[str, Promise] = {
    LOST_ZERO: gettext_lazy("dopisano zgubione zero na początku kodu"),
    OTHER_KIND: gettext_lazy("ostatnią cyfrę kodu (rodzaj gminy) zastąpiono obecną"),
    DISTRICT: gettext_lazy("dzielnicę zastąpiono całym miastem"),
}
MISSING: dict[str, Promise] = {
    UNKNOWN: gettext_lazy("Nie ma jednostki „%(text)s”."),
    OUTSIDE: gettext_lazy("„%(text)s” nie leży we wskazanej jednostce nadrzędnej."),
    EMPTY: gettext_lazy("Nie podano jednostki."),
    CODE_AND_NAME: gettext_lazy("Kod i nazwa w „%(text)s” nie zgadzają się ze sobą."),
}


def placed(unit: Unit) -> str:
    """The unit with what tells it from its namesakes: „świdnicki (lubelskie)”, kind and powiat for gminas."""
    around = [str(unit.get_kind_display())] if unit.kind else []
    around += [unit.parent.label] if unit.parent and unit.parent.level > 0 else []
    return f"{unit.label} ({', '.join(around)})" if around else unit.label


def listed(units: tuple[Unit, ...]) -> str:
    return "; ".join(f"{placed(unit)} – {unit.code}" for unit in units)


def explained(outcome: Outcome) -> str:
    """One or two sentences: what was assumed, what to choose from, what may have been meant; empty if all is clear."""
    if isinstance(outcome, Found):
        assumed = "; ".join(str(ASSUMED[code]) for code in outcome.assumed)
        return (
            _("Przyjęto %(unit)s: %(assumed)s.")
            % {
                "unit": f"{placed(outcome.unit)} – {outcome.unit.code}",
                "assumed": assumed,
            }
            if assumed
            else ""
        )
    if isinstance(outcome, Ambiguous):
        facts = {"text": outcome.text, "units": listed(outcome.units)}
        return _("„%(text)s” może znaczyć kilka jednostek: %(units)s. Podaj kod albo jednostkę nadrzędną.") % facts
    said = str(MISSING[outcome.reason]) % {"text": outcome.text}
    if not (near := listed(outcome.suggestions)):
        return said
    return said + " " + _("Może chodzi o: %(units)s?") % {"units": near}
