"""Records: what is read from a file, key by key. Their fields carry the manual of the keys."""

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar, cast, dataclass_transform

T = TypeVar("T")


@dataclass_transform(
    eq_default=False,
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(dataclasses.field,),
)
def record(cls: type[T]) -> type[T]:
    """Make a class a dataclass that is filled by name and then stays as it is.

    The same as `dataclass(frozen=True, kw_only=True, eq=False)`, but that compiles four methods for
    every class, at every start: a millisecond a kind. Here they are written once. And an instance
    holds what it was given: every slide has some twenty keys, most of which the author leaves out,
    and those are read from the class. Defaults are values; there is no `default_factory`, `InitVar`
    or `__post_init__`.
    """
    made: Any = dataclasses.dataclass(
        init=False, repr=False, eq=False, match_args=False, kw_only=True
    )(cls)
    methods = {
        "__init__": _filling({field.name: field.default for field in dataclasses.fields(made)}),
        "__repr__": _shown,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }
    for name, method in methods.items():
        setattr(made, name, method)
    return cast("type[T]", made)


def changed(value: T, **changes: object) -> T:
    """Return a record with some of its values others, as `dataclasses.replace`, but at once."""
    made = object.__new__(type(value))
    vars(made).update(vars(value), **changes)
    return made


def types_of(schema: type) -> dict[str, Any]:
    """Return the types of a record's fields, as its class says them.

    `typing.get_type_hints` would look each of them over for what records do not use.
    """
    return {field.name: field.type for field in dataclasses.fields(schema)}


def _filling(defaults: dict[str, Any]) -> Callable[..., None]:
    """Return the `__init__` of a record with these fields."""
    required = {name for name, value in defaults.items() if value is dataclasses.MISSING}
    known = set(defaults)

    def fill(self: object, **values: object) -> None:
        given = values.keys()
        if not (given <= known and given >= required):
            raise TypeError(
                f"{type(self).__name__} needs {sorted(required)} and knows {sorted(known)}, "
                f"but was given {sorted(values)}"
            )
        vars(self).update(values)

    return fill


def _shown(self: Any) -> str:
    values = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{type(self).__name__}({', '.join(values)})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise dataclasses.FrozenInstanceError(f"{name} of {type(self).__name__} stays as it is")
