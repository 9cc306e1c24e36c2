"""Masters tell what their layouts are for; a type that most of them state tells nothing."""

import pytest

from deckgen.template.match.choosing.layout_score import believed_type, named_roles
from deckgen.template.template import Master
from tests.template.small import only_master, opened

MASTER = only_master(opened())


def master(*types: str, name: str = "Office") -> Master:
    """Return a master whose layouts state these types."""
    (layout,) = MASTER.layouts
    layouts = tuple(layout._replace(type=each) for each in types)
    return MASTER._replace(name=name, layouts=layouts)


@pytest.mark.parametrize(
    ("types", "believed"),
    [
        (("obj",), "obj"),
        (("tx", "tx"), "tx"),
        (("tx", "tx", "tx"), "cust"),
        (("tx", "tx", "tx", "obj", "title"), "cust"),
        (("tx", "tx", "tx", "obj", "title", "secHead"), "tx"),
    ],
    ids=["alone", "two of two", "three of three", "three of five", "half of them"],
)
def test_the_type_of_the_first_layout_is_believed_unless_most_have_it(
    types: tuple[str, ...], believed: str
) -> None:
    made = master(*types)
    assert believed_type(made.layouts[0], made) == believed


@pytest.mark.parametrize(
    ("name", "roles"),
    [("Section", {"section"}), ("1_Abschnitt blau", {"section"}), ("Office", set())],
)
def test_the_name_of_a_master_or_a_word_of_it_says_what_it_is_for(
    name: str, roles: set[str]
) -> None:
    assert named_roles(master(name=name)) == roles
