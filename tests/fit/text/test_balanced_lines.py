"""Lines of headlines: alike in length, in as many lines, and parted where the sense allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.deck.text_body import LineBreak, Paragraph, Run
from deckgen.fit.text.balanced_lines import BalancedText, SetParagraph, balanced_text
from deckgen.fit.text.line_breaking import typeset
from deckgen.fit.text.line_space import line_space
from deckgen.fonts.text_width import Fonts
from tests.fit.set_lines import Line, paragraph_lines

FONTS = Fonts("Calibri", "Calibri", "Consolas")
STYLE = TextStyle(36, "dk1", "heading", bold=True)
NO_BREAK = "\u00a0"

AT_700 = (
    "„Man soll nicht bloß handeln, sondern es auch / mit der Zuversicht tun, als hänge der Erfolg "
    "/ lediglich von einem selbst ab.“"
)
# Language, points of the frame, and the headline: as the frame would break it, then as it is set.
# “~” is a no-break space that is added.
HEADLINES = {
    "a dash or a point between two parts ends a line": (
        ("de", 480),
        "Eine Brücke, zwei Sprachen · Un / pont, deux langues",
        "Eine Brücke, zwei Sprachen · / Un pont, deux langues",
    ),
    "a lone word is joined": (
        ("de", 560),
        "Welchen Mehrwert sehen Sie für / Altenburg?",
        "Welchen Mehrwert / sehen Sie für Altenburg?",
    ),
    "a lone word gets company": (
        ("de", 575),
        "Wie die Stadt mit der Wissenschaft an / den Fragen der nächsten Jahre / arbeitet",
        "Wie die Stadt mit der Wissenschaft / an den Fragen der nächsten / Jahre~arbeitet",
    ),
    "an emoji is no company": (
        ("de", 560),
        "Warum das allen Beteiligten so viel / Spaß 😊",
        "Warum das allen / Beteiligten so viel Spaß 😊",
    ),
    "no article or preposition ends a line": (
        ("de", 560),
        "Welche Impulse hat das Projekt in / der Stadt ausgelöst?",
        "Welche Impulse hat das Projekt / in der Stadt ausgelöst?",
    ),
    "a title stands with its name": (
        ("de", 560),
        "Ein Gespräch über Pflege mit Prof. / Annegret Wolters",
        "Ein Gespräch über Pflege / mit Prof. Annegret Wolters",
    ),
    "good lines stay": (
        ("de", 560),
        "Wie verändert sich die Verwaltung / durch das Projekt?",
        "Wie verändert sich die Verwaltung / durch das Projekt?",
    ),
    "no sentence begins at the end of a line": (
        ("de", 560),
        "Was ist herausfordernd? Was würden / Sie anders machen?",
        "Was ist herausfordernd? / Was~würden Sie anders machen?",
    ),
    "a number stays with its unit": (
        ("de", 560),
        "Die Stadt spart im Jahr 2026 rund 12 / km Leitungen und 450 kWh Strom",
        "Die Stadt spart im Jahr 2026 rund / 12~km Leitungen und 450 kWh Strom",
    ),
    "a number stays with what it counts": (
        ("en", 300),
        "Seven of our 78 / cheap tests",
        "Seven of our / 78 cheap tests",
    ),
    "one word is no first line of two": (
        ("en", 340),
        "Seven of our 78 cheap / tests",
        "Seven of our / 78 cheap tests",
    ),
    "a phrase is not parted from its noun": (
        ("en", 300),
        "The shop of open / questions",
        "The shop / of~open~questions",
    ),
    "a phrase that begins the text may be": (
        ("de", 340),
        "Die Kommunale / Perspektive",
        "Die Kommunale / Perspektive",
    ),
    "a year may end a line": (
        ("en", 400),
        "What we did in May 2024 / and what we learned",
        "What we did in May 2024 / and what we learned",
    ),
    "a month stays with its year": (
        ("en", 480),
        "Footfall from September 2021 / to September 2025",
        "Footfall from September 2021 / to September 2025",
    ),
    "a number after a name may end a line": (
        ("de", 285),
        "Was in Kapitel 3 / der Satzung steht",
        "Was in Kapitel 3 / der Satzung steht",
    ),
    "what no width does, a no-break space does": (
        ("en", 560),
        "We ask for the / reorganisationofeverything",
        "We ask / for~the~reorganisationofeverything",
    ),
    "too long to be joined": (
        ("de", 560),
        "Wir sprechen für die / Stadtverwaltungsreformkommission",
        "Wir sprechen für die / Stadtverwaltungsreformkommission",
    ),
    "a good end and a lone word": (
        ("en", 560),
        "What will you do with the money / that you save on a new office for the / staff?",
        "What will you do with the money / that you save on a new office / for~the staff?",
    ),
    "no short word stands alone between two lines": (
        ("en", 240),
        "Twice as many / come on a / Saturday",
        "Twice as / many come / on a Saturday",
    ),
    "one short word is no first line of three": (
        ("de", 350),
        "Welchen Mehrwert / sehen Sie für / Altenburg?",
        "Welchen Mehrwert / sehen Sie / für~Altenburg?",
    ),
    "French": (
        ("fr", 560),
        "Comment la ville parle-t-elle avec les / habitants ?",
        "Comment la ville parle-t-elle / avec les habitants ?",
    ),
    "a region of a language": (
        ("de-AT", 420),
        "Wie viel Zukunft steckt in / der Donau?",
        "Wie viel Zukunft / steckt in der Donau?",
    ),
    "of an unknown language only the lengths count": (
        ("xx", 420),
        "Wie viel Zukunft steckt in / der Donau?",
        "Wie viel Zukunft / steckt in der Donau?",
    ),
    "three lines are even, though the first one had room for a word more": (
        ("de", 700),
        AT_700,
        (
            "„Man soll nicht bloß handeln, sondern es / auch mit der Zuversicht tun, als hänge / "
            "der~Erfolg lediglich von einem selbst ab.“"
        ),
    ),
    "two short words are no last line of several": (
        ("en", 640),
        (
            "“Never doubt that a small group of / thoughtful, committed citizens can change / the "
            "world; indeed, it is the only thing that / ever has.”"
        ),
        (
            "“Never doubt that a small group / of~thoughtful, committed citizens / can change the "
            "world; indeed, it is / the only thing that ever has.”"
        ),
    ),
    "the last word of a sentence is not parted from it": (
        ("en", 500),
        "Nobody has ever asked me that. I / would have had an answer, and a / ladder.",
        "Nobody has ever asked me that. / I~would have had an answer, / and~a ladder.",
    ),
    "a sentence of which one word has room begins a line": (
        ("de", 340),
        "Fragt nicht, ob es / erlaubt ist. Fragt, wie / lange wir es / ausprobieren dürfen.",
        "Fragt nicht, ob es / erlaubt ist. / Fragt,~wie~lange wir es / ausprobieren dürfen.",
    ),
    "a single line": (("de", 560), "Der Blick von außen", "Der Blick von außen"),
    "nothing": (("de", 560), "", ""),
}


def lines(paragraph: Paragraph, width: float) -> tuple[Line, ...]:
    return paragraph_lines(paragraph, STYLE, STYLE.size, round(width * EMU_PER_POINT), FONTS)


def balanced(
    paragraph: Paragraph, width: float, lang: str = "de", spare_lines: int = 0, cost: float = 0.2
) -> BalancedText:
    """Return a paragraph balanced."""
    space = line_space("layout", 0, STYLE, round(width * EMU_PER_POINT))
    text = SetParagraph(paragraph, STYLE, typeset(paragraph, STYLE, FONTS), space, STYLE.size)
    return balanced_text([text], width, lang, FONTS, spare_lines, cost)


def shown(paragraph: Paragraph, width: float) -> str:
    return " / ".join([line.text for line in lines(paragraph, width)])


@pytest.mark.parametrize(("frame", "before", "after"), HEADLINES.values(), ids=HEADLINES)
def test_headlines(frame: tuple[str, int], before: str, after: str) -> None:
    lang, width = frame
    headline = Paragraph((Run(before.replace(" / ", " ")),))
    found = balanced(headline, width, lang)

    assert shown(headline, width) == before
    (paragraph,) = found.paragraphs
    assert shown(paragraph, found.width or width) == after.replace("~", NO_BREAK)


HUMBOLDT = (
    "„Man soll nicht bloß handeln, / sondern~es~auch mit der Zuversicht tun, / als hänge der "
    "Erfolg lediglich / von~einem~selbst ab.“"
)
GOOD = "Die Stadt ist der Ort, an dem Fremde / einander begegnen und trotzdem / Nachbarn werden."
# Points that the frame is wide, and a quotation: as the frame would break it, then with room for a
# line more, which costs as much as given.
QUOTATIONS = {
    "a line more keeps each clause together": (
        (640, 0.2),
        (
            "„Man soll nicht bloß handeln, sondern es / auch mit der Zuversicht tun, als hänge der "
            "/ Erfolg lediglich von einem selbst ab.“"
        ),
        HUMBOLDT,
    ),
    "even lines are not worth one": (
        (700, 0.2),
        AT_700,
        (
            "„Man soll nicht bloß handeln, sondern es / auch mit der Zuversicht tun, als hänge / "
            "der~Erfolg lediglich von einem selbst ab.“"
        ),
    ),
    "one that has its room anyway does": ((700, 0.0), AT_700, HUMBOLDT),
    "good lines stay": ((580, 0.2), GOOD, GOOD),
}


@pytest.mark.parametrize(("frame", "before", "after"), QUOTATIONS.values(), ids=QUOTATIONS)
def test_quotations_with_room_for_a_line_more(
    frame: tuple[int, float], before: str, after: str
) -> None:
    width, spare_cost = frame
    said = Paragraph((Run(before.replace(" / ", " ")),))
    found = balanced(said, width, spare_lines=1, cost=spare_cost)

    assert shown(said, width) == before
    assert shown(found.paragraphs[0], found.width or width) == after.replace("~", NO_BREAK)


def test_a_headline_that_fits_on_one_line_with_luck_has_two_lines_everywhere() -> None:
    headline = Paragraph((Run("Die Stadt als Ort der Wissenschaft"),))
    (line,) = lines(headline, 900)
    width = line.width * 1.02
    reserved = line_space("layout", 0, STYLE, round(width / FONTS.reserve * EMU_PER_POINT))
    text = SetParagraph(headline, STYLE, typeset(headline, STYLE, FONTS), reserved, STYLE.size)
    found = balanced_text([text], width, "de", FONTS)

    assert found.width is not None
    assert shown(found.paragraphs[0], found.width) == "Die Stadt als Ort / der Wissenschaft"


def test_breaks_of_the_author_stay() -> None:
    headline = Paragraph((Run("Was bleibt von"), LineBreak(), Run("der Stadt und ihren Leuten?")))
    found = balanced(headline, 300)

    assert shown(headline, 300) == "Was bleibt von / der Stadt und ihren / Leuten?"
    assert shown(found.paragraphs[0], found.width or 300) == (
        f"Was bleibt von / der Stadt / und{NO_BREAK}ihren Leuten?"
    )


def test_formats_stay() -> None:
    headline = Paragraph((Run("We ask "), Run("for the", italic=True), Run(" reorganisationofall")))
    found = balanced(headline, 420, "en")

    assert found.paragraphs[0].runs == (
        Run("We ask "),
        Run(f"for{NO_BREAK}the", italic=True),
        Run(f"{NO_BREAK}reorganisationofall"),
    )


VOCABULARY = (
    "Stadt Verwaltung der die das für in und wir 12 km Was? gut. so, Ost-West-Beziehung Zukunft "
    "Wissenschaft Perspektivwechsel a 日本語 “Ja” €"
)
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(WORDS, min_size=2, max_size=30).map(" ".join)


@given(TEXTS, st.integers(260, 900))
def test_as_many_lines_and_no_other_words(text: str, width: int) -> None:
    headline = Paragraph((Run(text),))
    found = balanced(headline, width)
    (paragraph,) = found.paragraphs
    before, after = lines(headline, width), lines(paragraph, found.width or width)

    assert paragraph.text.replace(NO_BREAK, " ") == text
    assert len(after) == len(before)
    if found.width is not None:
        longest = max(line.width for line in after)
        assert longest * FONTS.reserve <= found.width <= width
        # In a frame narrower than the longest line there are more lines, or others.
        assert lines(paragraph, longest - 1) != after


@given(TEXTS, st.integers(260, 900))
def test_a_wider_font_breaks_balanced_lines_alike(text: str, width: int) -> None:
    found = balanced(Paragraph((Run(text),)), width)
    if found.width is None:  # its lines are those of the whole width, as those of most texts
        return
    (paragraph,) = found.paragraphs
    wider = lines(paragraph, found.width / (FONTS.reserve - 0.001))
    narrower = lines(paragraph, found.width)

    assert [line.text for line in wider] == [line.text for line in narrower]
