"""Addresses for templates: routes that may not be built yet, the same page in another language."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest
from django.template.context import Context
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.translation import get_language


def route_of(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a route, or "" where nobody has built it."""
    if "" in args or None in args or "" in kwargs.values() or None in kwargs.values():
        return ""
    try:
        return reverse(name, args=args or None, kwargs=kwargs or None)
    except NoReverseMatch:
        return ""


def network_route(name: str, network: str) -> str:
    """A page of a network by its slug, or a page of the house; "" where nobody has built it."""
    return _network_route(name, network, *surroundings())


def surroundings() -> tuple[str, ...]:
    """What every address depends on besides its name: language, table of routes, prefix of the server."""
    return get_language() or "", str(get_urlconf() or settings.ROOT_URLCONF), get_script_prefix()


@lru_cache(maxsize=4096)
def _network_route(name: str, network: str, *of_this_answer: object) -> str:
    """Kept, for a page asks for some thirty routes; what the answer also depends on is part of the key."""
    return (route_of(name, network=network) if network else "") or route_of(name)


def in_language(request: HttpRequest, language: str) -> str:
    """The page that is asked for, with its question, in another language."""
    path = request.get_full_path()
    for code, _ in settings.LANGUAGES:
        prefix = f"/{code}/"
        if path.startswith(prefix):
            path = path[len(prefix) - 1 :]
            break
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"


@lru_cache(maxsize=64)
def _kept(path: str, storage: str) -> str:
    return staticfiles_storage.url(path)


def static_address(path: str) -> str:
    """The address of a static file, computed once."""
    return _kept(path, settings.STORAGES["staticfiles"]["BACKEND"])


def style_sheet() -> str:
    """The minified sheet where files are collected, the source where a developer edits it."""
    collected = "Manifest" in settings.STORAGES["staticfiles"]["BACKEND"]
    return static_address("kit/tkanka.min.css" if collected else "kit/tkanka.css")


def slug_of(context: Context) -> str:
    """The slug of the network the page stands in, or ""."""
    request = context.get("request")
    frame = getattr(request, "frame", None)
    network = getattr(frame, "network", None) or getattr(request, "network", None) or context.get("network")
    return str(getattr(network, "slug", "") or "")
