"""The lines of quotations and thanks: alike in length, and no phrase parted, in every style."""

import pytest

from deckgen.brand.styles import style_names
from tests.fit.set_lines import Line, paragraph_lines
from tests.present import present
from tests.talks import Talk, talk

QUOTATIONS = {
    "de-DE": "„Man soll nicht bloß handeln, sondern es auch mit der Zuversicht tun, als hänge der "
    "Erfolg lediglich von einem selbst ab.“",
    "en-GB": "“Never doubt that a small group of thoughtful, committed citizens can change the "
    "world; indeed, it is the only thing that ever has.”",
}
_LEAST, _LEAST_END = 0.54, 0.3
"""The least length of a line before the last one and of the last one, beside the longest."""


UNMARKED = (
    "quote: Not a question of money, but of time, of people who listen, and of a council that says "
    "yes before it knows what will come of it."
)
THANKS = "closing: Now, your question."
MARKED = "quote: “You paid somebody from far away to look at us. Nobody has asked us anything.”"
IN_MARKS = [
    "“You paid somebody",
    "from far away to look at us.",
    "Nobody has asked",
    "us anything.”",
]
PHRASES = {
    "with as many lines as at its own size-bold": (MARKED, "bold", IN_MARKS),
    "with as many lines as at its own size-civic": (MARKED, "civic", IN_MARKS),
    "without marks": (
        UNMARKED,
        "bold",
        [
            *("Not a question of money,", "but of time, of people who", "listen, and of a council"),
            *("that says yes before it", "knows what will come of it."),
        ],
    ),
    "without marks, before a clause": (
        UNMARKED,
        "civic",
        [
            *("Not a question of money,", "but of time, of people", "who listen, and of a council"),
            *("that says yes before it knows", "what will come of it."),
        ],
    ),
    "thanks that are a quarter smaller-bold": (THANKS, "bold", ["Now,", "your question."]),
    "thanks that are a quarter smaller-civic": (THANKS, "civic", ["Now,", "your question."]),
}
"""A slide, its style on 4:3, and its lines."""


def lines(made: Talk) -> list[Line]:
    """Return the lines of the only title."""
    slide = made.compiled.fitted.deck.slides[0]
    said = dict(slide.placeholders)["title"]
    place = present(made.compiled.brand.layout(*slide.layout_key).placeholder("title"))
    left, right = said.side_insets or (place.insets.left, place.insets.right)
    width = (said.box or place.box).cx - left - right
    style = place.level_styles[0]
    size = said.sizes[0] if said.sizes else style.size
    (paragraph,) = said.paragraphs
    fonts = made.compiled.brand.fonts
    hanging = style._replace(margin=said.outdent, indent=-said.outdent)
    return list(paragraph_lines(paragraph, hanging, size, width, fonts))


@pytest.mark.parametrize("style", style_names())
@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("lang", QUOTATIONS)
def test_lines_of_quotations_are_even(lang: str, size: str, style: str) -> None:
    made = talk(f"- quote: {QUOTATIONS[lang]}\n  by: A person", lang=lang, size=size, style=style)
    *others, last = [line.width for line in lines(made)]

    assert min(others) >= _LEAST * max(others)
    assert last >= _LEAST_END * max(others)


@pytest.mark.parametrize(("entry", "style", "expected"), PHRASES.values(), ids=PHRASES)
def test_phrases_stay_whole(entry: str, style: str, expected: list[str]) -> None:
    made = talk(f"- {entry}", lang="en-GB", size="4:3", style=style)
    assert [line.text.replace("\u00a0", " ") for line in lines(made)] == expected


def test_the_rest_of_a_sentence_is_no_short_line() -> None:
    said = "„Fragt uns nicht, ob es erlaubt ist. Fragt, wie lange wir es ausprobieren dürfen.“"
    made = talk(f"- quote: {said}\n  by: A person", lang="de-DE", size="4:3", style="bold")
    assert [line.text.replace("\u00a0", " ") for line in lines(made)] == [
        "„Fragt uns nicht,",
        "ob es erlaubt ist.",
        "Fragt, wie lange wir es",
        "ausprobieren dürfen.“",
    ]
