"""The kinds of slides, one file each; a new file here is a new kind.

A kind's module is named as its key and holds three things: the docstring (its manual, ending in an
example), one subclass of `Entry` (its keys) and `lower` (entry and context in, slide out).
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Container
from dataclasses import fields
from functools import cache

from deckgen.outline.entry import Entry, Kind
from deckgen.outline.fields import Text
from deckgen.record import types_of


def kinds(named: Container[str] | None = None) -> tuple[Kind, ...]:
    """Return every kind, by name, or only those named; found by the files beside this one."""
    return tuple(_kind(name) for name in _names() if named is None or name in named)


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


@cache
def _kind(name: str) -> Kind:
    module = importlib.import_module(f"{__name__}.{name}")
    (entry,) = (
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Entry)
        and value.__module__ == module.__name__
    )
    common, types = {field.name for field in fields(Entry)}, types_of(entry)
    headline = tuple(
        field.name
        for field in fields(entry)
        if field.name not in common and types[field.name] in {Text, Text | None}
    )
    return Kind(name, entry, module.lower, module.__doc__ or "", headline, module.BARE)
