"""The calendar."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .shape import Wording

WORDING = {
    "dates_coordinated": Wording(
        _("Terminy wydarzeń uzgadniamy ze sobą."),
        _("Terminy wydarzeń uzgadniamy ze sobą."),
    ),
}
