"""The letters of this room: to whom, and with what in them. Called inside the actions that cause them."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from tkanka.ground.kit.dates import only_day
from tkanka.ground.notices.actions import write_letter
from tkanka.ground.notices.recipients import Recipient
from tkanka.network.networks.models import Network, Organisation
from tkanka.network.networks.queries import recipients_for_offices, recipients_of
from tkanka.network.networks.queries.belonging import recipient
from tkanka.rules.standing import Capacity, Office

from .models import AccessRequest, Application


def page(name: str, network: Network, **keys: Any) -> str:
    return reverse(f"membership:{name}", kwargs={"network": network.slug, **keys})


def to_applicant(application: Application, letter: str, at: datetime, cause: str = "", **context: Any) -> None:
    """A letter about an application to whoever applies, at the address they have now."""
    network = application.network
    assert application.applicant
    write_letter(
        to=recipient(application.applicant),
        cause=cause or f"application.{letter}:{application.pk}",
        template=f"membership/mail/{letter}.txt",
        at=at,
        network=network.pk,
        network_name=network.short_name,
        application=application,
        page=page("application", network, key=application.pk),
        **context,
    )


def to_offices(network: Network, letter: str, at: datetime, cause: str, *offices: Office, **context: Any) -> None:
    for to, basis in recipients_for_offices(network, only_day(at), *offices):
        write_letter(
            to=to,
            cause=cause,
            template=f"membership/mail/{letter}.txt",
            at=at,
            network=network.pk,
            network_name=network.short_name,
            basis=basis,
            **context,
        )


def to_handler(application: Application, letter: str, at: datetime, cause: str) -> None:
    """To the one who handles the application, or to the whole secretariat while nobody does."""
    verify = page("verify", application.network, key=application.pk)
    context: dict[str, Any] = {"application": application, "page": verify}
    if not application.handler_id:
        return to_offices(application.network, letter, at, cause, **context)
    day = only_day(at)
    for to, basis in recipients_for_offices(application.network, day):
        if to.person == application.handler_id:
            write_letter(
                to=to,
                cause=cause,
                template=f"membership/mail/{letter}.txt",
                at=at,
                network=application.network_id,
                network_name=application.network.short_name,
                basis=basis,
                **context,
            )
    return None


def to_main_people(network: Network, organisation: Organisation, letter: str, at: datetime, cause: str,
                   **context: Any) -> int:  # fmt: skip
    """To the main representatives of a party; returns how many there are."""
    found = recipients_of([organisation.pk], only_day(at), Capacity.MAIN)
    for to, basis in found:
        write_letter(
            to=to,
            cause=cause,
            template=f"membership/mail/{letter}.txt",
            at=at,
            network=network.pk,
            network_name=network.short_name,
            basis=basis,
            organisation=organisation,
            **context,
        )
    return len(found)


def to_asker(request: AccessRequest, letter: str, at: datetime) -> None:
    network = request.network
    write_letter(
        to=recipient(request.person),
        cause=f"access.{letter}:{request.pk}",
        template=f"membership/mail/{letter}.txt",
        at=at,
        network=network.pk,
        network_name=network.short_name,
        organisation=request.organisation,
        page=page("join", network),
    )


def to_draft(application: Application, at: datetime, token: str) -> None:
    """The link by which a draft can be gone on with; at most one letter a day to one address."""
    network = application.network
    to = Recipient(application.applicant_id, application.email, language=application.language)
    write_letter(
        to=to,
        cause=f"application.draft:{application.pk}:{application.email}:{only_day(at)}",
        template="membership/mail/draft.txt",
        at=at,
        network=network.pk,
        network_name=network.short_name,
        application=application,
        until=only_day(application.kept_until),
        page=page("resume", network, token=token),
    )
