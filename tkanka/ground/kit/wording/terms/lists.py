"""Ids that rulebooks hold in lists, by what they are."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ..shape import Promise

TERMS: dict[str, dict[str, Promise]] = {
    "condition": {
        "active_in_migration_and_integration_in_poland": _("praca w Polsce na polu migracji i integracji"),
        "supports_organisations_active_there": _("wspieranie organizacji, które tym się zajmują"),
        "supports_other_ngos": _("wspieranie innych organizacji pozarządowych"),
        "supports_social_activity_of_residents": _("wspieranie aktywności społecznej mieszkańców_ek"),
        "created_by_people_with_migration_experience_to_poland": _(
            "utworzenie przez osoby z doświadczeniem migracji do Polski"
        ),
        "active_in_poland_for_them": _("działanie w Polsce na rzecz osób z takim doświadczeniem"),
        "planning_own_activity": _("planowanie własnej działalności"),
        "suspended_own_activity": _("zawieszenie własnej działalności"),
    },
    "declaration": {
        "intent_and_aims": _("zgoda z intencją i głównymi celami oraz wola wspólnej pracy"),
        "humanitarian_standards": _("kierowanie się standardami humanitarnymi"),
        "active_information_sharing": _("czynne informowanie o własnej działalności"),
        "nonprofit_and_protective_use": _("niezarobkowe używanie narzędzi, z ochroną danych i osób"),
        "karta_zasad": _("Karta Zasad Działania Organizacji Pozarządowych"),
    },
    "host_duty": {
        "continuity": _("zapewnia, że praca sieci trwa"),
        "keep_secretariat": _("utrzymuje sekretariat i jego podstawowe działania przez podany okres"),
        "donor_relations": _("prowadzi kontakty z darczyńcami, którzy umożliwiają pracę sekretariatu"),
        "quality_and_accountability": _("odpowiada za jakość zadań sekretariatu i za rozliczanie się z nich"),
    },
    "host_respect": {
        "independence": _("szanuje niezależność przestrzeni sieci"),
        "neutrality": _("szanuje jej neutralność"),
        "steering_by_secretariat": _("uwzględnia, że siecią kieruje sekretariat"),
    },
    "quality": {
        "humanitarian_or_development_experience": _("doświadczenie w pracy humanitarnej lub rozwojowej"),
        "knows_local_context": _("znajomość warunków pracy w Polsce"),
    },
}
