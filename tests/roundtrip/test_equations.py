"""Equations that PowerPoint wrote again are no change: it puts the whole shape into a choice."""

import copy
import io
from typing import Any

import pptx
import pytest
from pptx.oxml import parse_xml

from deckgen.roundtrip.comparing.changes import WordsChanged
from deckgen.roundtrip.comparing.compare import compare
from tests.building import FORMULAS, built
from tests.roundtrip.edited_talk import read
from tests.tools.packages import saved

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_WRAPPED = (
    f'<mc:AlternateContent xmlns:mc="{_MC}" xmlns:a14="{_A14}"><mc:Choice Requires="a14"/>'
    "<mc:Fallback/></mc:AlternateContent>"
)


def _as_powerpoint_writes(presentation: Any) -> int:
    """Write the equations as PowerPoint does; return in how many shapes."""
    count = 0
    for slide in presentation.slides:
        for shape in list(slide.shapes):
            element = shape._element
            inner = list(element.iter(f"{{{_MC}}}AlternateContent"))
            for each in inner:
                choice = each.find(f"{{{_MC}}}Choice")
                parent = each.getparent()
                at = parent.index(each)
                parent[at : at + 1] = list(choice)
            if inner:
                count += 1
                _wrap(element)
    return count


def _wrap(element: Any) -> None:
    wrapped = parse_xml(_WRAPPED)
    element.addprevious(wrapped)
    fallback = copy.deepcopy(element)
    for body in fallback.iter(f"{{{_P}}}txBody"):
        for text in body.iter("{*}t"):
            text.text = " "
    wrapped[0].append(element)
    wrapped[1].append(fallback)


@pytest.mark.slow
def test_equations_as_powerpoint_writes_them_are_no_change() -> None:
    presentation = pptx.Presentation(io.BytesIO(built(FORMULAS)))
    assert _as_powerpoint_writes(presentation) > 4
    deck = read(saved(presentation))
    assert deck.base is not None
    assert compare(deck.base, deck) == ()


@pytest.mark.slow
def test_words_beside_an_equation_are_told_alone() -> None:
    presentation = pptx.Presentation(io.BytesIO(built(FORMULAS)))
    _as_powerpoint_writes(presentation)
    texts = presentation.slides[0]._element.iter("{*}t")
    text = next(each for each in texts if "costs of a year" in (each.text or ""))
    text.text = text.text.replace("a year", "ten years")
    deck = read(saved(presentation))
    assert deck.base is not None
    (change,) = compare(deck.base, deck)
    assert isinstance(change, WordsChanged)
    assert change.edited == change.base.replace("a year", "ten years")
