"""All that is done with votes."""

from .casting import ask_secrecy, cast, enter_hands, recuse
from .closing import call_off, close_poll, follow_up, go_round_again, remind
from .erasing import forget_person
from .opening import open_poll
from .preparing import add_rule, change_draft, draft_poll, end_rule

__all__ = [
    "add_rule", "ask_secrecy", "call_off", "cast", "change_draft", "close_poll", "draft_poll", "end_rule",
    "enter_hands", "follow_up", "forget_person", "go_round_again", "open_poll", "recuse", "remind",
]  # fmt: skip
