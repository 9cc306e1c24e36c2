"""Records: filled by name, checked, and then as they are."""

from typing import Any

import pytest

from deckgen.support.records import changed, field, fields, record


@record
class Base:
    first: str
    last: str = "b"


@record
class Derived(Base):
    more: int = field(default=1, metadata={"doc": "More."})


# What the type checker would refuse is tried all the same.
derived: Any = Derived
filled: Any = Derived(first="a", more=2)


def test_defaults_are_filled_in() -> None:
    assert (filled.first, filled.last, filled.more) == ("a", "b", 2)
    assert repr(filled) == "Derived(first='a', last='b', more=2)"


def test_its_fields_are_known_in_order() -> None:
    assert [field.name for field in fields(Derived)] == ["first", "last", "more"]
    other = changed(filled, last="c")
    assert (other.first, other.last, other.more, filled.last) == ("a", "c", 2, "b")


@pytest.mark.parametrize("values", [{}, {"last": "b"}, {"first": "a", "other": 1}])
def test_values_that_do_not_fit_the_fields(values: dict[str, object]) -> None:
    with pytest.raises(TypeError, match=r"Derived needs \['first'\] and knows"):
        derived(**values)


def test_values_without_names() -> None:
    with pytest.raises(TypeError):
        derived("a")


def test_nothing_changes() -> None:
    with pytest.raises(AttributeError, match="first of Derived"):
        filled.first = "x"
    with pytest.raises(AttributeError):
        del filled.first
    with pytest.raises(AttributeError):
        filled.other = 1


def test_it_holds_no_more_than_it_was_given() -> None:
    assert vars(filled) == {"first": "a", "more": 2}
