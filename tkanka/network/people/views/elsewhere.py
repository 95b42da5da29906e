"""Entering with an account kept elsewhere: only where such a provider is set is the library's part for it loaded."""

from typing import Any

from django.apps import apps
from django.http import Http404, HttpRequest


def login(request: HttpRequest, provider_id: str) -> Any:
    return _library().login(request, provider_id)


def callback(request: HttpRequest, provider_id: str) -> Any:
    return _library().callback(request, provider_id)


def _library() -> Any:
    if not apps.is_installed("allauth.socialaccount.providers.openid_connect"):
        raise Http404
    from allauth.socialaccount.providers.openid_connect import views

    return views
