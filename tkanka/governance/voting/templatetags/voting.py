"""A threshold and a verdict in words."""

from collections.abc import Mapping
from typing import Any

from django import template

from tkanka.ground.kit.wording import voting as wording
from tkanka.rules.voting import Threshold

register = template.Library()


@register.filter
def share(passes: Threshold) -> str:
    return wording.share(passes)


@register.filter
def verdict(published: Mapping[str, Any]) -> str:
    return wording.verdict_sentence(published)
