"""Writing letters. They leave later, by the job that delivers what waits.

A letter's template is "<room>/mail/<name>.txt". It extends `layout` and fills the blocks `subject`; `text`, paragraphs
parted by an empty line, lists of lines beginning with "- "; `label` and `url`, the one button (a path is enough);
`reason`, why they got it. It is plain text, rendered in the recipient's language with the context given, `to`
(the Recipient), `network_name` and `site` (the address of the house, for links within the text).
"""

import re
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from .. import queries
from ..models import Frequency, Message
from ..recipients import Recipient
from ..wording import language_of, one_line, worded

BASIS = re.compile(r"[a-z]+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def write_letter(
    *,
    to: Recipient,
    cause: str,
    template: str,
    at: datetime,
    network: UUID | None = None,
    network_name: str = "",
    basis: str = "",
    category: str = "",
    reply_to: str = "",
    calendar: str = "",
    **context: Any,
) -> Message | None:
    """Put a letter into the outbox, in the transaction of the action that causes it.

    `cause` says what it is about ("application.accepted:<uuid>"); the same cause never reaches the same recipient
    twice: the second call changes nothing and returns the first letter. `basis` is what the recipient's right to it
    rests on ("mandate:<uuid>", "office:<uuid>"): if that has ended when the letter would leave, the letter is void.
    With a `category` the recipient can cancel it; without, it is a matter of office and always goes. `reply_to` is an
    address for answers.
    `calendar` is an iCalendar text with its METHOD: mail programs show it as an invitation, others as a file.
    None: they want none of this category, or have no address. For `template` see above.
    """
    if basis and not BASIS.fullmatch(basis):
        raise ValueError(f"no basis: {basis}")
    found = queries.letter_about(cause, to.key)
    if found or not to.email or _unwanted(to.key, network, category):
        return found
    told = asdict(worded(template, to, {"network_name": network_name, **context})) | _addressed(to)
    told |= {"network": network, "network_name": one_line(network_name, 200), "basis": basis, "category": category}
    told |= {"reply_to": one_line(reply_to, 254).replace(" ", ""), "calendar": calendar}
    told |= {"written_at": at, "next_try_at": at}
    message, _ = Message.objects.get_or_create(cause=cause, recipient=to.key, defaults=told)
    return message


def _addressed(to: Recipient) -> dict[str, Any]:
    return {
        "person": to.person,
        "email": one_line(to.email, 254).replace(" ", ""),
        "name": one_line(to.name, 200),
        "language": language_of(to),
    }


def _unwanted(recipient: str, network: UUID | None, category: str) -> bool:
    return bool(category) and queries.frequency_of(recipient, network, category) == Frequency.OFF
