"""The head of an imported outline is what most slides have in common."""

import pytest

from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.reading.source_slide import SlideText, SourceShape, SourceSlide
from deckgen.importing.powerpoint.talk_head import core_properties, talk_head
from tests.importing.powerpoint.source_slides import source_slide, text_shape
from tests.tools.packages import clean_deck, edited, remove, replace

FIRST = source_slide(text_shape("Towns\n2030"), lang="en-GB")
NEXT = source_slide(text_shape("Gera"), lang="de-DE")
COVER = source_slide(text_shape("Towns"), layout="Cover (dark)")
OWN = {"title": "A *talk*", "speaker": "Ada", "lang": "fr", "keywords": "a, b"}


def with_event(words: str) -> SourceSlide:
    """Return a cover of ours that says who speaks, and below it at which event."""
    speaker = SourceParagraph((SourceRun("Ada"),))
    event = SourceParagraph((SourceRun(words),), level=1)
    return COVER._replace(
        shapes=(SourceShape(SlideText((speaker, event)), placeholder="body", idx=13),)
    )


@pytest.mark.parametrize(
    ("slides", "properties", "expected"),
    [
        ([FIRST, NEXT, NEXT], {}, {"title": "Towns", "lang": "de-DE"}),
        (
            [source_slide(text_shape("May"), text_shape("Towns", "and ways", placeholder="title"))],
            {},
            {"title": "Towns and ways"},
        ),
        ([source_slide(text_shape("3"))], {}, {"title": "talk of 2030"}),
        ([], {}, {"title": "talk of 2030"}),
        # In another deck the footer is that of more than half of the slides …
        ([COVER._replace(footer="East"), COVER], {}, {"title": "Towns"}),
        (
            [COVER._replace(footer="East"), COVER._replace(footer="East"), COVER],
            {},
            {"title": "Towns", "footer": "East"},
        ),
        # … and in one of ours that of most slides that have one.
        (
            [COVER._replace(footer="East"), COVER, COVER],
            {"title": "A"},
            {"title": "A", "footer": "East"},
        ),
        ([COVER._replace(transition="fade"), COVER], {}, {"title": "Towns"}),
        ([COVER._replace(transition="fade")], {}, {"title": "Towns", "transition": "fade"}),
        (
            [FIRST],
            OWN,
            {"title": r"A \*talk\*", "speaker": "Ada", "lang": "fr", "keywords": "a, b"},
        ),
        (
            [COVER._replace(day="3.\u00a0May")],
            {"title": "A", "lang": "de"},
            {"title": "A", "lang": "de", "typography": True},
        ),
        ([COVER._replace(day="3.\u00a0May")], {}, {"title": "Towns"}),
        (
            [with_event("Spring, Old Town, Gera")],
            {"title": "A", "created": "2027-03-14T00:00:00Z"},
            {
                "title": "A",
                "event": {"name": "Spring, Old Town", "place": "Gera", "date": "2027-03-14"},
            },
        ),
        (
            [with_event("Spring")],
            {"title": "A", "created": "2027-03-14T10:00:00Z"},
            {"title": "A", "event": {"name": "Spring"}},
        ),
    ],
)
def test_the_head(
    slides: list[SourceSlide], properties: dict[str, str], expected: dict[str, object]
) -> None:
    assert talk_head("talk of 2030.pptx", slides, properties) == expected


def test_what_a_deck_says_of_itself() -> None:
    told = core_properties(clean_deck())
    assert {key: told[key] for key in ("title", "speaker", "lang")} == {
        "title": "A clean deck",
        "speaker": "Ada",
        "lang": "en-GB",
    }
    assert "subject" not in told
    core = "docProps/core.xml"
    broken = [edited(clean_deck(), [edit]) for edit in (remove(core), replace(core, "</dc:", "</"))]
    assert [core_properties(data) for data in (*broken, b"no deck")] == [{}] * 3
