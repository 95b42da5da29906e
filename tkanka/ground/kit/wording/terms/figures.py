"""Numbers of a charter, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..shape import Figure


def months(n: int) -> str:
    return ngettext("%(n)s miesiąc", "%(n)s miesięcy", n)


def days(n: int) -> str:
    return ngettext("%(n)s dzień", "%(n)s dni", n)


def workdays(n: int) -> str:
    return ngettext("%(n)s dzień roboczy", "%(n)s dni roboczych", n)


def every_months(n: int) -> str:
    if n == 12:
        return _("raz w roku")
    return ngettext("co miesiąc", "co %(n)s miesięcy", n)


def at_least_organisations(n: int) -> str:
    return ngettext("najmniej %(n)s organizacja", "najmniej %(n)s organizacji", n)


def organisations(n: int) -> str:
    return ngettext("%(n)s organizacja", "%(n)s organizacji", n)


def fee(n: int) -> str:
    return ngettext("%(n)s złoty", "%(n)s złotych", n) if n else _("udział nic nie kosztuje")


FIGURES: dict[str, Figure] = {
    "membership.fee": fee,
    "membership.freshness_months": every_months,
    "membership.inactivity_months": months,
    "membership.removal_notice_days": days,
    "membership.verification_min_workdays": workdays,
    "membership.verification_max_workdays": workdays,
    "host.reminder_months": lambda n: ngettext("miesiąc wcześniej", "%(n)s miesięcy wcześniej", n),
    "secretariat.strategy_review_months": every_months,
    "secretariat.organisations": organisations,
    "advisory_group.seats": lambda n: ngettext("%(n)s miejsce", "%(n)s miejsc", n),
    "advisory_group.seats_per_organisation": lambda n: ngettext("najwyżej %(n)s", "najwyżej %(n)s", n),
    "advisory_group.term_months": months,
    "advisory_group.first_term_months": months,
    "advisory_group.meetings_every_months": every_months,
    "advisory_group.materials_days_before": days,
    "advisory_group.by_election_announced_days": days,
    "elections.count_small_below": lambda n: ngettext("%(n)s głos", "%(n)s głosów", n),
    "technical_groups.max_open": lambda n: ngettext("najwyżej %(n)s grupa", "najwyżej %(n)s grup", n),
    "technical_groups.consultation_workdays": workdays,
    "working_groups.min_proposers": at_least_organisations,
    "working_groups.matchmaking_min_members": at_least_organisations,
    "working_groups.verification_min_workdays": workdays,
    "working_groups.verification_max_workdays": workdays,
    "working_groups.announce_workdays_before": workdays,
    "working_groups.terms_due_months": lambda n: ngettext(
        "miesiąc od pierwszego spotkania", "%(n)s miesięcy od pierwszego spotkania", n
    ),
    "working_groups.terms_reminder_days": lambda n: ngettext("po %(n)s dniu", "po %(n)s dniach", n),
    "working_groups.progress_every_months": every_months,
    "working_groups.dormant_months": lambda n: ngettext("po %(n)s miesiącu ciszy", "po %(n)s miesiącach ciszy", n),
    "meetings.*.every_months": every_months,
    "meetings.*.host_changes_every_months": every_months,
    "meetings.*.window_months": months,
    "meetings.*.health_months": months,
    "meetings.*.submissions_days_before": days,
    "meetings.*.count": lambda n: ngettext("%(n)s spotkanie", "%(n)s spotkań", n),
    "directors_meetings.every_months": every_months,
    "disputes.kept_months": months,
    "amendments.consultation_days": days,
    "motions.min_movers": lambda n: ngettext("wystarczy %(n)s podmiot", "co najmniej %(n)s podmiotów", n),
    "motions.answer_days": days,
    "minutes.comment_days": days,
    "reports.every_months": every_months,
    "reports.due_days": days,
    "evaluation.every_months": every_months,
    "coverage.diagnosis_signatures": organisations,
    "experts.renewal_months": every_months,
    "standards.provider_reply_days": days,
    "programme.edition": lambda n: _("edycja %(n)s"),
    "programme.days": days,
}
