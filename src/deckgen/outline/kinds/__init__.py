"""The kinds of slides, a module each; a new module here is a new kind.

A kind's module is named as its key and holds three things: the docstring (its manual, ending in an
example), a subclass of `Entry` (its keys) and `lower` (entry and context in, slide out). The keys
of `agenda` and `include` stand in `lower/`, as other steps read them, too.
"""

import importlib
import re
from collections.abc import Collection
from functools import cache, lru_cache
from importlib.machinery import PathFinder
from typing import get_type_hints

from deckgen.outline.schema.entry import Entry, Kind
from deckgen.outline.schema.fields import Text
from deckgen.support.records import MISSING, fields

_MANY = 100
"""Names up to which a module is looked for by name; for more, all modules are listed: 10 ms."""


def kinds(named: Collection[str] | None = None) -> tuple[Kind, ...]:
    """Return every kind, sorted by name; or only those among the names."""
    if named is None:
        return tuple(_kind(name) for name in _names())
    if len(named) > _MANY:
        return tuple(_kind(name) for name in _names() if name in named)
    return tuple(_kind(name) for name in sorted(named) if _is_kind(name))


@cache
def _names() -> tuple[str, ...]:
    import pkgutil

    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


@lru_cache(maxsize=256)
def _is_kind(name: str) -> bool:
    """Return whether there is a kind of this name, without listing all modules."""
    if not re.fullmatch("[a-z]+", name):
        return False
    return PathFinder.find_spec(f"{__name__}.{name}", __path__) is not None


@cache
def _kind(name: str) -> Kind:
    module = importlib.import_module(f"{__name__}.{name}")
    entry: type[Entry] = get_type_hints(module.lower)["entry"]
    common = {field.name for field in fields(Entry)}
    own = {field.name: field for field in fields(entry) if field.name not in common}
    headline = tuple(each.name for each in own.values() if each.type in {Text, Text | None})
    bare = own[name].default is not MISSING
    return Kind(name, entry, module.lower, module.__doc__ or "", headline, bare)
