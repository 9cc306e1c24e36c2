"""Records: what is read from a file, key by key. Their fields carry the manual of the keys.

As frozen and as typed as a dataclass with keywords only, but made in a fifth of the time, and
without `dataclasses`, which imports the whole of `inspect`: docs/decisions/quick-start.md.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple, TypeVar, dataclass_transform

T = TypeVar("T")


class Missing:
    """Stands for the default of a field that has none."""


MISSING: Final = Missing()


class Field(NamedTuple):
    """One field of a record."""

    name: str
    type: Any
    """As its class says it."""
    default: Any
    """`MISSING` if the field has to be given."""
    metadata: Mapping[str, Any]
    """The manual of the key."""


class _Described(NamedTuple):
    """What stands behind a field's name in its class, until the class is a record."""

    default: Any
    metadata: Mapping[str, Any]


def field(*, default: Any = MISSING, metadata: Mapping[str, Any]) -> Any:
    """Describe a field of a record; without a default it has to be given."""
    return _Described(default, metadata)


@dataclass_transform(
    eq_default=False, frozen_default=True, kw_only_default=True, field_specifiers=(field,)
)
def record(cls: type[T]) -> type[T]:
    """Make a class one that is filled by name and then stays as it is.

    Fields are its annotated names, after those of the record that it is derived from. Two records
    are equal only if they are one object. An instance holds what it was given: every slide has some
    twenty keys, most of which the author leaves out, and those are read from the class.
    """
    known = {one.name: one for one in getattr(cls, "_fields", ())}
    for name, annotation in cls.__annotations__.items():
        said = vars(cls).get(name, MISSING)
        described = said if isinstance(said, _Described) else _Described(said, {})
        known[name] = Field(name, annotation, described.default, described.metadata)
        if isinstance(said, _Described) and described.default is MISSING:
            delattr(cls, name)
        elif described.default is not MISSING:
            setattr(cls, name, described.default)
    methods = {
        "_fields": tuple(known.values()),
        "_known": set(known),
        "_required": {one.name for one in known.values() if one.default is MISSING},
        "__init__": _fill,
        "__repr__": _shown,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }
    for name, method in methods.items():
        setattr(cls, name, method)
    return cls


def is_record(value: object) -> bool:
    """Return whether a class is a record."""
    return isinstance(value, type) and "_known" in vars(value)


def fields(schema: type) -> tuple[Field, ...]:
    """Return the fields of a record, those of the record that it is derived from first."""
    found: tuple[Field, ...] = vars(schema)["_fields"]
    return found


def changed(value: T, **changes: object) -> T:
    """Return a record with some of its values others."""
    return type(value)(**{**vars(value), **changes})


def _fill(self: Any, **values: object) -> None:
    given = values.keys()
    if not (given <= self._known and given >= self._required):
        raise TypeError(
            f"{type(self).__name__} needs {sorted(self._required)} and knows "
            f"{sorted(self._known)}, but was given {sorted(values)}"
        )
    vars(self).update(values)


def _shown(self: Any) -> str:
    values = (f"{one.name}={getattr(self, one.name)!r}" for one in self._fields)
    return f"{type(self).__name__}({', '.join(values)})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise AttributeError(f"{name} of {type(self).__name__} stays as it is")
