"""Finding one thing, or saying that it is not here."""

from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.http import Http404

M = TypeVar("M", bound=models.Model)


def one_of(rows: models.QuerySet[M], **by: Any) -> M:
    """The one row, or Http404: what is not in this network does not exist for its pages."""
    try:
        return rows.get(**by)
    except (ObjectDoesNotExist, ValidationError, ValueError, OverflowError) as missing:
        raise Http404 from missing
