"""A rule and a verdict in words."""

from collections.abc import Mapping
from typing import Any

from django import template

from tkanka.ground.kit.wording import verdicts as wording
from tkanka.rules.voting import DecisionRule

register = template.Library()


@register.filter
def share_of_base(rule: DecisionRule) -> str:
    return wording.share_of_base(rule)


@register.filter
def verdict(published: Mapping[str, Any]) -> str:
    return wording.verdict_sentence(published)
