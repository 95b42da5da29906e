"""Who keeps the lists of words by which networks describe their work, and what may become of an entry."""

from __future__ import annotations

from .ruling import Ruling, check
from .standing import Standing


def may_edit_vocabulary(by: Standing) -> Ruling:
    """Changing any list: those who hold an office in a network, or a job of the platform."""
    return check(bool(by.system) or by.keeps_the_network, "vocabulary.office_needed")


def may_add_concept(by: Standing, *, list_is_fixed: bool, code_is_free: bool, parent_is_active: bool) -> Ruling:
    """A new entry: not in a list the rules know by heart, under a code of its own, below an entry in use."""
    ruling = may_edit_vocabulary(by) & check(not list_is_fixed, "vocabulary.list_is_fixed")
    ruling &= check(code_is_free, "vocabulary.code_is_taken")
    return ruling & check(parent_is_active, "vocabulary.parent_is_retired")


def may_add_synonym(by: Standing, *, says_something: bool, is_new: bool) -> Ruling:
    """Another word: one with letters in it, not yet known for this entry in this language."""
    ruling = may_edit_vocabulary(by) & check(says_something, "vocabulary.synonym_says_nothing")
    return ruling & check(is_new, "vocabulary.synonym_is_known")


def may_retire_concept(
    by: Standing, *, list_is_fixed: bool, is_active: bool, has_active_children: bool, successor_fits: bool
) -> Ruling:
    """Taking an entry out of use: what lies below it goes first; a successor is another active one of the list."""
    ruling = may_edit_vocabulary(by) & check(not list_is_fixed, "vocabulary.list_is_fixed")
    ruling &= check(is_active, "vocabulary.already_retired")
    ruling &= check(not has_active_children, "vocabulary.children_in_use")
    return ruling & check(successor_fits, "vocabulary.successor_unfit")


def may_place_concept(by: Standing, *, has_neighbour: bool) -> Ruling:
    """Moving an entry up or down: past another one under the same parent."""
    return may_edit_vocabulary(by) & check(has_neighbour, "vocabulary.no_neighbour")


def may_restore_concept(by: Standing, *, is_active: bool, parent_is_active: bool) -> Ruling:
    """Bringing an entry back into use, below one that is in use."""
    ruling = may_edit_vocabulary(by) & check(not is_active, "vocabulary.not_retired")
    return ruling & check(parent_is_active, "vocabulary.parent_is_retired")
