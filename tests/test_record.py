"""Records: filled by name, checked, and then as they are."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from deckgen.record import record


@record
class Base:
    first: str
    last: str = "b"


@record
class Derived(Base):
    more: int = dataclasses.field(default=1, metadata={"doc": "More."})


# What the type checker would refuse is tried all the same.
derived: Any = Derived
filled: Any = Derived(first="a", more=2)


def test_defaults_are_filled_in() -> None:
    assert (filled.first, filled.last, filled.more) == ("a", "b", 2)
    assert repr(filled) == "Derived(first='a', last='b', more=2)"


def test_it_is_a_dataclass() -> None:
    assert [field.name for field in dataclasses.fields(Derived)] == ["first", "last", "more"]
    changed = dataclasses.replace(filled, last="c")
    assert (changed.first, changed.last, changed.more, filled.last) == ("a", "c", 2, "b")


@pytest.mark.parametrize("values", [{}, {"last": "b"}, {"first": "a", "other": 1}])
def test_values_that_do_not_fit_the_fields(values: dict[str, object]) -> None:
    with pytest.raises(TypeError, match=r"Derived needs \['first'\] and knows"):
        derived(**values)


def test_values_without_names() -> None:
    with pytest.raises(TypeError):
        derived("a")


def test_nothing_changes() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError, match="first of Derived"):
        filled.first = "x"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del filled.first
    with pytest.raises(dataclasses.FrozenInstanceError):
        filled.other = 1


def test_it_holds_no_more_than_it_was_given() -> None:
    assert vars(filled) == {"first": "a", "more": 2}
