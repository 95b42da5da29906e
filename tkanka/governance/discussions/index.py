"""What search knows of discussions: every shown post, found only by those who read its space."""

from datetime import datetime

from tkanka.ground.kit.markdown import plain
from tkanka.ground.search.actions import forget, index
from tkanka.rules.visibility import Audience

from .models import Post

KIND = "discussion"


def index_post(post: Post) -> None:
    """Let readers of the space find the post, or nobody when it is not shown. Called in the action that changes it."""
    thread = post.thread
    if not post.is_shown:
        forget(kind=KIND, key=post.pk, network=thread.network_id)
        return
    at: datetime = post.shown_at or post.written_at
    index(
        kind=KIND,
        key=post.pk,
        network=thread.network_id,
        audience=Audience.PUBLIC,
        circle=thread.body_id or thread.network_id,
        title=thread.title,
        text=plain(post.text),
        url=f"/n/{thread.network.slug}/discussions/posts/{post.pk}/",
        language=thread.language,
        at=at,
        boost=90,
    )
