"""Sections and the agenda: which slides a talk has, and where each section begins."""

import pytest

from deckgen.deck.slide import Deck, Slide
from deckgen.deck.text_body import Run, SlideLink
from deckgen.outline.lower.lowering import lower_outline
from deckgen.support.diagnostics import Diagnostics
from tests.outline.reading import outline_of
from tests.sampled import sampled

CASES = [
    ("no section, no list", "- text: a\n  title: T", ["t"]),
    (
        "what stands before the first",
        "- cover\n- section: A\n- section: B",
        ["cover | Introduction", "a | A", "b | B"],
    ),
    ("a section at once", "- section: A\n- closing", ["a | A", "closing"]),
    ("an agenda", "- agenda\n- section: A", ["agenda | Introduction: a", "a | A"]),
    (
        "an agenda that comes again, but not twice in a row",
        "- agenda:\n  again: yes\n- section: A\n- section: B\n- closing\n- section: C",
        [
            *("agenda | Introduction: a b c", "a | A", "agenda-b | B: a B c", "b", "closing"),
            *("agenda-c | C: a b C", "c"),
        ],
    ),
    (
        "an agenda again, by hand",
        "- agenda\n- section: A\n- closing\n- agenda: again\n- section: B",
        ["agenda | Introduction: a b", "a | A", "closing", "again | B: a B", "b"],
    ),
    (
        "by hand and by itself",
        "- agenda:\n  again: yes\n- cover\n- section: A\n- agenda: again\n- section: B",
        ["agenda | Introduction: a b", "cover", "agenda-a | A: A b", "a", "again | B: a B", "b"],
    ),
    (
        "a hidden section is not in the agenda",
        "- agenda:\n  again: yes\n- section: A\n- section: B\n  hidden: yes\n- section: C",
        ["agenda | Introduction: a c", "a | A", "b | B", "agenda-c | C: a C", "c"],
    ),
    (
        "an id that is taken",
        "- agenda:\n  again: yes\n- section: A\n- section: B\n- closing:\n  id: agenda-b",
        ["agenda | Introduction: a b", "a | A", "agenda-b-2 | B: a B", "b", "agenda-b"],
    ),
]


def lowered(slides: str, head: str = "") -> Deck:
    diagnostics = Diagnostics()
    text = f"title: A talk\n{head}slides:\n" + "".join(f"  {line}\n" for line in slides.split("\n"))
    deck = lower_outline(outline_of(text, diagnostics), "auto", lambda _: None, diagnostics)
    assert list(diagnostics) == []
    return deck


def shown(slide: Slide) -> str:
    """Return id, section and links of a slide: the link in bold large, those not muted as are."""
    told = slide.id + (f" | {slide.section.title}" if slide.section else "")
    links = [
        run.link.slide_id.upper() if run.bold and not run.muted else run.link.slide_id
        for _, content in slide.placeholders
        for paragraph in content.paragraphs
        for run in paragraph.runs
        if isinstance(run, Run) and isinstance(run.link, SlideLink)
    ]
    return f"{told}: {' '.join(links)}" if links else told


@pytest.mark.parametrize(
    ("slides", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_sections(slides: str, expected: list[str]) -> None:
    assert [shown(slide) for slide in lowered(slides).slides] == expected


def contents(slide: Slide) -> dict[str, str]:
    return {role: content.text for role, content in slide.placeholders}


def test_the_agenda_again_counts_its_sections_in_the_headline() -> None:
    deck = lowered(
        "- agenda: Our way\n  again: yes\n- cover\n- section: A\n- closing\n- section: B"
    )
    titles = [contents(slide)["title"] for slide in deck.slides]
    assert titles == ["Our way", "A talk", "Our way 1/2", "A", "Thank you", "Our way 2/2", "B"]


def test_the_agenda_shown_again_has_no_notes_of_its_own() -> None:
    deck = lowered("- agenda:\n  again: yes\n  notes: Say it.\n- cover\n- section: A")
    assert [bool(slide.notes) for slide in deck.slides] == [True, False, False, False]


def test_its_own_words_are_in_the_language_of_the_talk() -> None:
    deck = lowered("- agenda\n- section: Eins", "lang: de-DE\n")
    first = deck.slides[0]
    assert contents(first)["title"] == "Agenda"
    assert first.section is not None
    assert first.section.title == "Einleitung"


def test_hidden_slides_are_not_counted() -> None:
    deck = lowered(
        "- questions\n- section: A\n- question: a\n- section: B\n  hidden: yes\n"
        "- question: b\n  hidden: yes\n- section: C\n- question: c"
    )
    progress = [contents(slide).get("progress") for slide in deck.slides]
    assert progress == [None, "1", "1/2", None, None, "2", "2/2"]
    assert contents(deck.slides[0])["body"] == "a\nc"


def test_bullets_below_others_are_a_level_deeper() -> None:
    bullets = "\n    - a\n    - b:\n        - c\n        - d:\n            - e"
    (slide,) = lowered(f"- title: T\n  bullets:{bullets}").slides
    body = dict(slide.placeholders)["body"]
    assert [(each.text, each.level) for each in body.paragraphs] == [
        *(("a", 0), ("b", 0), ("c", 1), ("d", 1), ("e", 2))
    ]


def test_how_slides_come_on_stage() -> None:
    deck = lowered("- cover\n- closing:\n  transition: none", "transition: fade\n")
    assert [slide.transition for slide in deck.slides] == ["fade", "none"]
    assert [slide.transition for slide in lowered("- cover").slides] == ["none"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("slides", "codes"),
    sampled(
        [
            ("  - agenda: again\n  - section: S\n" * 100, []),
            ("  - agenda: again\n  - section: S\n" * 101, ["too-many-lines"]),
            ("  - agenda: A\n    again: yes\n" + "  - section: S\n" * 101, ["too-many-lines"]),
            ("  - questions\n  - {question: Q, text: a}\n" * 101, ["too-many-lines"]),
            ("  - agenda\n" + "  - section: S\n" * 1_001, []),
        ],
        every=5,
    ),
)
def test_a_list_that_is_shown_again_and_again_is_refused(slides: str, codes: list[str]) -> None:
    diagnostics = Diagnostics()
    outline = outline_of(f"title: T\nslides:\n{slides}", diagnostics)
    lower_outline(outline, "auto", lambda _: None, diagnostics)
    assert sorted({one.code for one in diagnostics if one.severity == "error"}) == codes
