"""Reading calendar files that others made."""

from .reading import Found, Trouble, Unreadable, read

__all__ = ["Found", "Trouble", "Unreadable", "read"]
