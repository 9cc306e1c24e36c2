"""Queries on shapes: of alternatives, the branch is taken that we read, and no words are lost."""

import pytest

from deckgen.ooxml_rules.shape_queries import readable_alternative
from deckgen.opc.xml_parser import parse_xml

_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m2010="http://schemas.microsoft.com/office/drawing/2010/main"'
    ' xmlns:p159="http://schemas.microsoft.com/office/powerpoint/2015/09/main"'
)
FALLBACK = '<mc:Fallback id="old"/>'


def choice(requires: str, name: str = "new") -> str:
    return f'<mc:Choice Requires="{requires}" id="{name}"/>'


@pytest.mark.parametrize(
    ("branches", "taken"),
    [
        (choice("m2010") + FALLBACK, "new"),
        (choice("a14") + FALLBACK, "new"),
        (choice("a14 p14") + FALLBACK, "new"),
        (choice("p159") + FALLBACK, "old"),
        (choice("a14 p159") + FALLBACK, "old"),
        (choice("p159", "first") + choice("p14", "second") + FALLBACK, "second"),
        (choice("unknown") + FALLBACK, "old"),
        (choice("p159", "first") + choice("p159", "second"), "first"),
        ("", None),
    ],
)
def test_the_branch_is_taken_that_we_read(branches: str, taken: str | None) -> None:
    root = parse_xml(
        f"<mc:AlternateContent {_NAMESPACES}>{branches}</mc:AlternateContent>".encode()
    )
    branch = readable_alternative(root)
    assert (None if branch is None else branch.get("id")) == taken
