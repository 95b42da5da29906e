from .letters import Arrival, Digest, DigestSpace, Fate, LetterWish, ReplyKey
from .posts import Attachment, Mention, Post, Report, Version
from .spaces import Channel, Designation, ReadMark, Thread, Watch

__all__ = [
    "Arrival",
    "Attachment",
    "Channel",
    "Designation",
    "Digest",
    "DigestSpace",
    "Fate",
    "LetterWish",
    "Mention",
    "Post",
    "ReadMark",
    "ReplyKey",
    "Report",
    "Thread",
    "Version",
    "Watch",
]
