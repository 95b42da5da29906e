"""What one person wrote and wished in discussions, for that person."""

from typing import Any
from uuid import UUID

from .models import Designation, LetterWish, Mention, Post, ReadMark, Report, Version, Watch

MOST = 1000


def export_of(person: UUID) -> dict[str, Any]:
    """Everything somebody wrote, was mentioned in, followed and reported, and how they want to hear of it."""
    posts = Post.objects.filter(author_id=person).order_by("written_at", "pk")
    told = ("thread__title", "organisation__name", "outside", "text", "state", "reason", "written_at", "by_mail")
    watches = Watch.objects.filter(person_id=person).order_by("pk")
    reports = Report.objects.filter(person_id=person).order_by("at")
    return {
        "posts": list(posts.values(*told)[:MOST]),
        "former_versions": list(Version.objects.filter(post__author_id=person).values("text", "until")[:MOST]),
        "files": list(posts.filter(attachments__isnull=False).values("attachments__name", "written_at")[:MOST]),
        "mentioned_in": list(Mention.objects.filter(person_id=person).values("post__thread__title")[:MOST]),
        "follows_and_mutes": list(watches.values("network__name", "body__name", "thread__title", "wants")[:MOST]),
        "read": list(ReadMark.objects.filter(person_id=person).values("thread__title", "number")[:MOST]),
        "reports": list(reports.values("reason", "at")[:MOST]),
        "designations": list(
            Designation.objects.filter(person_id=person).values("organisation__name", "since", "until")[:MOST]
        ),
        "letters": list(
            LetterWish.objects.filter(person_id=person).values("pace", "followed_at_once", "mentions_at_once")
        ),
    }
