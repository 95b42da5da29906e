"""What is done in a file: its form, and the action it leads to."""

from collections.abc import Callable, Mapping
from typing import Any

from tkanka.rules.disputes import Holder
from tkanka.rules.standing import Standing

from .. import actions, forms, queries
from ..doors import Place

Said = Mapping[str, Any]
EVERY: tuple[type[forms.Doing], ...] = (
    forms.AnswerForm, forms.InvolveForm, forms.MediatorForm, forms.WordForm, forms.UndertakeForm, forms.AskForm,
    forms.NoteForm, forms.KeyForm, forms.SubstituteForm, forms.DrawForm, forms.VoteForm, forms.SettleForm,
    forms.CloseForm, forms.WithdrawForm,
)  # fmt: skip
FORMS = {form.name: form for form in EVERY}


def form_of(place: Place, name: str, data: Any = None) -> forms.Doing:
    """The form of one thing, with what there is to choose from."""
    visit, file = place.visit, place.file
    given: dict[str, Any] = {}
    if name == "involve":
        given["people"] = queries.nameable(file, visit.today)
    if name in ("substitute", "draw"):
        given["replaced"] = place.unreplaced
    if name == "substitute":
        given["people"] = queries.willing(file, visit.network, visit.today)
    if name == "vote":
        given["meetings"] = queries.meetings_ahead(visit.network, place.at)
    if name == "answer" and place.party:
        given["initial"] = {"text": place.party.answer}
    return FORMS[name](data, **given)


def _by(place: Place) -> Standing:
    by = place.visit.standing
    return by.on_behalf_of(place.party.organisation_id) if place.party else by


def _own(place: Place) -> dict[str, Any]:
    assert place.party
    return {"by": _by(place), "at": place.at, "party": place.party}


def _all(place: Place) -> dict[str, Any]:
    return {"by": _by(place), "at": place.at, "dispute": place.dispute}


def _chosen(found: list[Any], key: str) -> Any:
    return next(one for one in found if str(one.pk) == key)


def _involve(place: Place, said: Said) -> object:
    people = queries.nameable(place.file, place.visit.today)
    return actions.name_involved(**_own(place), person=_chosen(people, said["person"]))


def _mediator(place: Place, said: Said) -> object:
    return actions.propose_mediator(
        **_own(place), name=said["mediator"], origin=said["origin"], email=said["email"], advice=said["advice"]
    )


def _word(place: Place, said: Said) -> object:
    assert place.mediator
    return actions.say_of_mediator(**_own(place), mediator=place.mediator, accepts=said["accepts"] == "yes")


def _key(place: Place, said: Said) -> object:
    assert place.holder
    return actions.turn_key(
        **_all(place), holder=Holder(place.holder), agrees=said["agrees"] == "yes", reason=said["reason"]
    )


def _substitute(place: Place, said: Said) -> object:
    people = queries.willing(place.file, place.visit.network, place.visit.today)
    return actions.name_substitute(
        **_all(place), replaces=_chosen(place.unreplaced, said["replaces"]), person=_chosen(people, said["person"])
    )


def _vote(place: Place, said: Said) -> object:
    meetings = queries.meetings_ahead(place.visit.network, place.at)
    return actions.put_to_vote(**_all(place), meeting=_chosen(meetings, said["meeting"]))


DONE: dict[str, Callable[[Place, Said], object]] = {
    "answer": lambda place, said: actions.answer(**_own(place), text=said["text"]),
    "involve": _involve,
    "mediator": _mediator,
    "word": _word,
    "undertake": lambda place, said: actions.undertake(**_own(place), accepts=said["accepts"] == "yes"),
    "ask": lambda place, said: actions.ask_admission(**_own(place), **said),
    "note": lambda place, said: actions.note(**_all(place), **said),
    "key": _key,
    "substitute": _substitute,
    "draw": lambda place, said: actions.draw_substitute(
        **_all(place), replaces=_chosen(place.unreplaced, said["replaces"])
    ),
    "vote": _vote,
    "settle": lambda place, said: actions.settle(**_all(place), **said),
    "close": lambda place, said: actions.close(**_all(place), **said),
    "withdraw": lambda place, said: actions.withdraw(**_own(place)),
}
