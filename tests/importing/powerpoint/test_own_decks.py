"""Decks that deckgen built come back as the kinds that they were made of."""

from collections import Counter
from pathlib import Path

import pytest

from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.support.diagnostics import Diagnostics
from tests.building import EXAMPLES, TOUR, built

STAY = {"chart": 1}
"""The slides of an example that stay as they are: a scatter chart."""


def kinds_of(data: bytes) -> Counter[str]:
    talk = import_presentation("old.pptx", data, Diagnostics())
    assert talk is not None
    assert [slide.lost for slide in talk.slides if slide.lost] == []
    return Counter(slide.kind for slide in talk.slides)


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_examples_come_back_as_kinds(example: Path) -> None:
    assert kinds_of(built(example))["include"] == STAY.get(example.stem, 0)


DRAWN = {
    "steps": ["date: May 2023", "title: First evening", "text: 300 people voted"],
    "figures": ["number: 68 %", "label: of the ideas are being built"],
    "people": ["name: Anna Muster", "role: Mondays to Thursdays"],
    "qr": ["qr: https://altenburg.example/join"],
    "agenda": ["agenda: Our way through this hour", "reveal: yes"],
    "image": ["bleed: half", "caption: Winter", "panel: scrim"],
    "video": ["caption: Three seconds for ten years"],
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", DRAWN)
def test_what_is_drawn_comes_back_as_its_keys(kind: str) -> None:
    example = next(path for path in EXAMPLES if path.stem == kind)
    talk = import_presentation("old.pptx", built(example), Diagnostics())
    assert talk is not None
    outline = talk.files["slides.yaml"].decode()
    assert [line for line in DRAWN[kind] if line not in outline] == []


@pytest.mark.slow
def test_nine_of_ten_slides_of_the_tour_are_kinds() -> None:
    kinds = kinds_of(built(TOUR))
    assert kinds["include"] <= kinds.total() / 10
