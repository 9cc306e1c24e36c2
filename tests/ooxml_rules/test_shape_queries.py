"""Queries on shapes: of alternatives, the branch is taken that we read, and no words are lost."""

import pytest

from deckgen.ooxml_rules.shape_queries import (
    placeholder_shapes,
    readable_alternative,
    text_of,
    words_digest,
)
from deckgen.opc.xml_parser import NAMESPACES, parse_xml

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


SLIDE = "<p:sld>{}</p:sld>"
RUN = "<a:r><a:t>{}</a:t></a:r>"
WORDS = RUN.format("Bus &amp; Bahn")


@pytest.mark.parametrize(
    ("inside", "same"),
    [
        (WORDS, True),
        (RUN.format("Bus ") + RUN.format("&#38; Bahn"), True),
        (WORDS + '<a:fld type="slidenum"><a:t>7</a:t></a:fld>', True),
        (WORDS + f"<mc:Fallback>{WORDS}</mc:Fallback>", True),
        (WORDS + RUN.format("."), False),
        (RUN.format("Bus Bahn"), False),
    ],
    ids=["as they were", "other runs", "a field", "a fallback", "a sign more", "a sign less"],
)
def test_words_have_one_digest_however_programs_write_them(inside: str, *, same: bool) -> None:
    digests = [words_digest(SLIDE.format(each).encode()) for each in (WORDS, inside)]
    assert (digests[0] == digests[1]) is same


def test_words_are_read_with_a_line_for_each_paragraph() -> None:
    names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    body = f"<a:p>{RUN.format('Bus')}{RUN.format('')}{RUN.format(' now')}</a:p><a:p/>"
    assert text_of(parse_xml(f"<all {names}>{body}</all>".encode())) == "Bus now\n"


def test_placeholders_are_those_of_groups_too() -> None:
    shape = '<p:sp id="{}"><p:nvSpPr><p:nvPr>{}</p:nvPr></p:nvSpPr></p:sp>'
    one = shape.format("a", '<p:ph type="title"/>')
    inner = shape.format("b", '<p:ph idx="7"/>')
    none = shape.format("c", '<p:extLst><p:ext><p:ph idx="9"/></p:ext></p:extLst>')
    space = NAMESPACES["p"]
    xml = f'<p:sld xmlns:p="{space}">{one}<p:grpSp>{inner}</p:grpSp>{none}</p:sld>'
    root = parse_xml(xml.encode())
    found = [(each.shape.get("id"), each.type, each.idx) for each in placeholder_shapes(root)]
    assert found == [("a", "title", "0"), ("b", "obj", "7")]
