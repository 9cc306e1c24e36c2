"""Quotations of few words are as large as their place allows."""

from typing import Any

import pytest

from tests.talks import talk

QUOTES = {
    "one word": ("Begin", 72),
    "a sentence": ("Nobody has asked us anything in all these years", 64),
    "six lines, even where smaller": ("Nobody has ever asked us anything. " * 6, 38),
}


def written_sizes(slide: Any) -> list[float]:
    """Return the sizes that runs of the slide's text say, in points."""
    return [
        run.font.size.pt
        for shape in slide.placeholders
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.font.size
    ]


@pytest.mark.parametrize("case", QUOTES)
def test_quotations_of_few_words_are_large(case: str) -> None:
    words, expected = QUOTES[case]
    (slide,) = talk(f"- {{quote: {words}}}").slides
    assert set(written_sizes(slide)) == {expected}


def test_quotations_of_posters_fill_their_place() -> None:
    (slide,) = talk("- quote: The best way to predict it is to invent it", style="bold").slides
    assert max(written_sizes(slide)) > 80
