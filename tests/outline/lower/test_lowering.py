"""Sections, links, clicks and hidden slides together, as they stand in the deck."""

import re
from pathlib import Path

import pptx
import pytest

from deckgen.dump.deck_dump import dump_deck
from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.pipeline.find_brand import BrandFile
from deckgen.support.diagnostics import Diagnostics
from tests.present import present
from tests.validity import check_validity

MANY = "".join(f"      - Bullet number {n} has a few words\n" for n in range(30))
LONG = f"""\
title: A talk
lang: en-GB
slides:
  - agenda:
    again: yes
  - section: Beginnings
  - id: long
    title: A long one
    bullets:
{MANY}\
    reveal: yes
  - section: What is left out
    hidden: yes
  - section: Ends
  - title: Back
    text: See [the long one](#long) and [what is left out](#what-is-left-out).
"""
LED = """\
title: A talk
lang: en-GB
slides:
  - title: Running title
    question: What comes?
    bullets: [One, Two]
    reveal: yes
  - title: Running title
    question: What is hidden?
    bullets: [Three]
    hidden: yes
"""
TEMPLATE = Path(pptx.__file__).with_name("templates") / "default.pptx"


def shown(outline: str, brand: BrandFile | None = None) -> str:
    """Return the deck as text; lint has nothing to say about it."""
    diagnostics = Diagnostics()
    files = MemoryOverlay({"talk.yaml": outline.encode()}, Workspace(Path(__file__).parent))
    compiled = present(compile_talk("talk.yaml", files, brand, diagnostics))
    data = deck_bytes(compiled, None)
    text = present(dump_deck(data, diagnostics))
    check_validity(data, diagnostics)
    assert not diagnostics.has_errors, list(diagnostics)
    return text


def outline_of(text: str) -> list[str]:
    """Return sections, slide ids and clicks."""
    kept = (line.split(" [")[0] for line in text.splitlines())
    return [
        line.strip() for line in kept if line.strip().startswith(("section:", "slide", "click"))
    ]


@pytest.mark.slow
def test_a_slide_that_goes_on_stays_in_its_section_and_comes_click_by_click() -> None:
    text = shown(LONG)
    lines = outline_of(text)
    assert "slide 4 long-2" in lines
    names = [re.sub("^slide [0-9]+ ", "", line) for line in lines if not line.startswith("click")]
    assert [name for name in names if not name.startswith("long-")] == [
        *("section: Introduction", "agenda", "section: Beginnings", "beginnings", "long"),
        *("section: What is left out", "what-is-left-out", "section: Ends", "agenda-ends", "ends"),
        "back",
    ]
    assert sum(line.startswith("click") for line in lines) == 30


@pytest.mark.slow
def test_links_lead_to_the_first_part_and_to_hidden_slides() -> None:
    text = shown(LONG)
    assert "[the long one](#long) and [what is left out](#what-is-left-out)" in text
    assert "[What is left out]" not in text, "the agenda lists what is shown"


def test_on_a_template_the_question_is_there_from_the_start() -> None:
    """It is the title, with the running title above it; the answers come one by one."""
    brand = BrandFile(TEMPLATE.name, Workspace(TEMPLATE.parent))
    text = shown(LED, brand)
    assert [line for line in outline_of(text) if line.startswith("click")] == [
        "click 1: “Content Placeholder 2” 1",
        "click 2: “Content Placeholder 2” 2",
    ]
