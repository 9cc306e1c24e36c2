"""Records: frozen classes for the mappings of an outline, with a manual for each key.

Like dataclasses with keyword-only fields, but defined in a fifth of the time, without the import of
`dataclasses`: docs/decisions/quick-start.md.
"""

from collections.abc import Mapping
from types import NoneType
from typing import Any, Final, NamedTuple, TypeVar, dataclass_transform, get_args

from deckgen.support.diagnostics import Span

T = TypeVar("T")


MISSING: Final = object()
"""The default of a field that is required."""


class Field(NamedTuple):
    """One field of a record."""

    name: str
    type: Any
    """As annotated in the class."""
    default: Any
    """`MISSING` if the field is required."""
    metadata: Mapping[str, Any]
    """The manual of the key."""


def field(*, default: Any = MISSING, metadata: Mapping[str, Any]) -> Any:
    """Describe a field of a record. Without a default it is required, unless it may be None."""
    return Field("", None, default, metadata)  # `record` adds its name and its type


@dataclass_transform(
    eq_default=False, frozen_default=True, kw_only_default=True, field_specifiers=(field,)
)
def record(cls: type[T]) -> type[T]:
    """Make a class a record: constructed by keywords, then frozen.

    Its fields are its annotated names, after those of its base. Records are compared by identity.
    An instance stores given values only; the defaults, of most keys of a slide, stay in the class.
    """
    by_name = {each.name: each for each in getattr(cls, "_fields", ())}
    for name, annotation in cls.__annotations__.items():
        value = vars(cls).get(name, MISSING)
        described = value if isinstance(value, Field) else Field("", None, value, {})
        default = described.default
        if described is value and default is MISSING and NoneType in get_args(annotation):
            default = None
        by_name[name] = Field(name, annotation, default, described.metadata)
        if default is not MISSING:
            setattr(cls, name, default)
        elif described is value:
            delattr(cls, name)
    methods = {
        "_fields": tuple(by_name.values()),
        "_known": set(by_name),
        "_required": {each.name for each in by_name.values() if each.default is MISSING},
        "__init__": _initialize,
        "__repr__": _representation,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }
    for name, method in methods.items():
        setattr(cls, name, method)
    return cls


def nested_record(annotation: Any) -> type | None:
    """Return the record in a type, such as `Image` in `tuple[Image, ...] | None`; None if none."""
    while not is_record(annotation) and (parts := get_args(annotation)):
        annotation = parts[0]
    return annotation if is_record(annotation) else None


def is_record(value: object) -> bool:
    """Return whether a class is a record."""
    return isinstance(value, type) and "_known" in vars(value)


def fields(schema: type) -> tuple[Field, ...]:
    """Return the fields of a record, those of its base first."""
    own: tuple[Field, ...] = vars(schema)["_fields"]
    return own


def changed(value: T, **changes: object) -> T:
    """Return a copy of a record with some other values."""
    cls: Any = type(value)
    if not changes.keys() <= cls._known:
        raise TypeError(f"{cls.__name__} knows {sorted(cls._known)}, not {sorted(changes)}")
    copy: T = object.__new__(cls)
    vars(copy).update(vars(value), **changes)
    return copy


def _initialize(self: Any, **values: object) -> None:
    given = values.keys()
    if not (given <= self._known and given >= self._required):
        raise TypeError(
            f"{type(self).__name__} needs {sorted(self._required)} and knows "
            f"{sorted(self._known)}, but was given {sorted(values)}"
        )
    vars(self).update(values)


def _representation(self: Any) -> str:
    values = (f"{each.name}={getattr(self, each.name)!r}" for each in self._fields)
    return f"{type(self).__name__}({', '.join(values)})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise AttributeError(f"{name} of {type(self).__name__} stays as it is")


@record
class LocatedRecord:
    """A record of a mapping in a file; every field but these two is one of its keys."""

    span: Span
    """The span of the mapping."""
    spans: Mapping[str, Span]
    """The span of the value of each key."""
