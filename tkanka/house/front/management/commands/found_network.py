from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email, validate_slug
from django.db import transaction
from django.utils import timezone

from tkanka.network.networks import actions
from tkanka.network.networks.queries import exists
from tkanka.network.people.actions import register_person
from tkanka.rules import books
from tkanka.rules.rulebook import BadRulebook
from tkanka.rules.ruling import Refused
from tkanka.rules.standing import Office, Standing
from tkanka.rules.texts import BadText, charter_texts, read_texts

OPERATOR = Standing(system="operator")


class Command(BaseCommand):
    help = (
        "Found a network with its charter and its first office-holder. The charter is one of the books that come "
        f"with the platform ({', '.join(books.NAMES)}) or a TOML file with --rulebook and its --texts."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="the network's part of the address, for example razem")
        parser.add_argument("name")
        parser.add_argument("email", help="the address of the first coordinator or secretary")
        parser.add_argument("--short-name", default="")
        parser.add_argument("--office", choices=[o.value for o in Office], default=Office.COORDINATOR.value)
        parser.add_argument("--book", choices=books.NAMES, default="razem_2023")
        parser.add_argument("--rulebook", type=Path, help="a rulebook of your own, TOML")
        parser.add_argument("--texts", type=Path, help="its paragraphs in three languages, Markdown")
        parser.add_argument("--in-force-from", type=date.fromisoformat, help="else the day the rulebook names")

    def handle(self, **options: Any) -> None:
        try:
            validate_slug(options["slug"])
            validate_email(options["email"])
            with transaction.atomic():
                self.found(**options)
        except (ValidationError, BadRulebook, BadText, Refused, OSError) as trouble:
            said = "; ".join(trouble.messages) if isinstance(trouble, ValidationError) else str(trouble)
            raise CommandError(said) from trouble

    def found(self, *, slug: str, name: str, email: str, **options: Any) -> None:
        if exists(slug):
            self.stdout.write(f"There is a network {slug} already; nothing was changed.")
            return
        at, short = timezone.now(), options["short_name"] or name[:60]
        rulebook, paragraphs = charter_of(options)
        network = actions.found_network(
            by=OPERATOR, at=at, slug=slug, name=name, short_name=short, book=options["book"]
        )
        actions.adopt_charter(
            by=OPERATOR, at=at, network=network, rulebook=rulebook, paragraphs=paragraphs,
            in_force_from=options["in_force_from"], day_is_inferred=options["in_force_from"] is None,
        )  # fmt: skip
        person = register_person(email=email, by=OPERATOR, at=at)
        actions.give_office(by=OPERATOR, at=at, network=network, person=person, office=Office(options["office"]))
        self.stdout.write(f"Founded: /n/{slug}/. {email} signs in with a code and keeps it as {options['office']}.")


def charter_of(options: dict[str, Any]) -> tuple[str, list[Any]]:
    """The terms and paragraphs chosen: from files, or one of the platform's books."""
    if options["rulebook"]:
        texts = options["texts"]
        return options["rulebook"].read_text("utf8"), list(read_texts(texts.read_text("utf8"))) if texts else []
    return books.rulebook_text(options["book"]), list(charter_texts(options["book"]))
