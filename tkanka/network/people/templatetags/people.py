"""For the pages of sign-in."""

import json
from collections.abc import Mapping
from typing import Any

from django import template
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import reverse

from ..devices import device

register = template.Library()
register.filter("device", device)


class _Plain(DjangoJSONEncoder):
    def default(self, o: Any) -> Any:
        return dict(o) if isinstance(o, Mapping) else super().default(o)


@register.filter
def as_json(value: object) -> str:
    """A value for a data- attribute, where the page's script finds it; escaped like any text."""
    return json.dumps(value, cls=_Plain)


@register.simple_tag
def other_entrances() -> list[dict[str, str]]:
    """The providers one may sign in with, as configured: name and address of each."""
    apps: Any = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return [{"name": app["name"], "url": reverse("openid_connect_login", args=[app["provider_id"]])} for app in apps]
