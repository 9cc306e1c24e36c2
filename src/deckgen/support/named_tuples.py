"""Named tuples that are made by the thousand: docs/decisions/named-tuples.md."""

from collections.abc import Callable
from types import MethodType
from typing import TypeVar, TypeVarTuple, cast

T = TypeVar("T")
Fields = TypeVarTuple("Fields")


def maker(cls: Callable[[*Fields], T]) -> Callable[[tuple[*Fields]], T]:
    """Return what makes a named tuple of a tuple of all its fields, in half the time of a call.

    The type checker knows the types of the fields. There are no defaults, and nothing is checked.
    """
    return cast("Callable[[tuple[*Fields]], T]", MethodType(tuple.__new__, cls))
