"""Whatever the text, fitting loses no word, doubles none, and no slide overflows."""

from hypothesis import given
from hypothesis import strategies as st

from deckgen.deck.slide import Deck, Fit, PlaceholderRole, Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fit.fit import fit
from deckgen.fit.text.text_height import block_extent, measured_paragraphs, text_frame
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics, Span
from tests.fit.square import FONTS, layout, line_of, slide
from tests.present import present

MINIMUM = 15
REAL = Fonts("Cambria", "Calibri", "Consolas")

VOCABULARY = (
    "a",
    "und",
    "Stadt.",
    "Warum?",
    "z.",
    "B.",
    "(2026)",
    "Ost-West-Beziehung",
    "und/oder",
    "Verkehrswegeplanungsbeschleunigungsgesetz",
    "https://www.beispiel-stadt.de/verwaltung/aemter/projekte?seite=12&ansicht=liste",
    "日本語の文字列。",
    "안녕하세요",
    "مرحبا",
    "👍🏽",
    "🇩🇪🇫🇷",
    "e\u0301té",
    "wei\u00adter",
    "50\u00a0%",
)
WORDS = st.sampled_from(VOCABULARY)
TEXTS = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
RUNS = st.lists(
    st.builds(
        Run,
        TEXTS,
        bold=st.booleans(),
        code=st.booleans(),
        baseline=st.sampled_from(("normal", "superscript", "subscript")),
    ),
    min_size=1,
    max_size=3,
).map(tuple)
PARAGRAPHS = st.builds(
    Paragraph,
    RUNS,
    level=st.integers(0, 2),
    bullet=st.just("layout"),
    span=st.none(),
    space_after=st.just(0),
)
BODIES = st.lists(PARAGRAPHS, min_size=1, max_size=30).map(
    lambda found: [one._replace(span=line_of(number)) for number, one in enumerate(found, 1)]
)
WAYS: st.SearchStrategy[Fit] = st.sampled_from(("auto", "split", "shrink", "error"))


@given(BODIES, TEXTS, WAYS, st.sampled_from((FONTS, REAL)))
def test_no_word_is_lost_and_no_slide_overflows(
    paragraphs: list[Paragraph], title: str, way: Fit, fonts: Fonts
) -> None:
    diagnostics = Diagnostics()
    whole = slide(*paragraphs, title=title)._replace(fit=way)
    found = fit(Deck("Talk", "en", (whole,)), layout, fonts, MINIMUM, diagnostics)
    parts = found.deck.slides

    assert shown_once(parts) == letters(paragraphs)
    assert [one.id for one in parts] == list(dict.fromkeys(one.id for one in parts))
    for part, report in zip(parts, found.reports, strict=True):
        for role, content in part.placeholders:
            assert_fits(role, content, fonts, has_errors=diagnostics.has_errors)
        assert report.id == part.id
        assert [one.role for one in report.placeholders] == ["title", "body"]


def letters(paragraphs: list[Paragraph]) -> str:
    """Return all that paragraphs say but for blanks, of which a cut may take one."""
    return "".join("".join(one.text.split()) for one in paragraphs)


def shown_once(parts: tuple[Slide, ...]) -> str:
    """Return what all bodies say, without the parents that a part repeats at its beginning."""
    shown: list[Paragraph] = []
    for part in parts:
        paragraphs = dict(part.placeholders)["body"].paragraphs
        repeated = 0
        while (
            shown
            and repeated < len(paragraphs) - 1
            and paragraphs[repeated].level < paragraphs[repeated + 1].level
            # Whole: a sentence of it would be something new. Its words may be bound otherwise.
            and unbound(paragraphs[repeated]) in [unbound(one) for one in shown]
        ):
            repeated += 1
        shown += paragraphs[repeated:]
    return letters(shown)


def unbound(paragraph: Paragraph) -> tuple[Span | None, str]:
    """Return what a paragraph is known by, whatever no-break spaces it has."""
    return paragraph.span, letters([paragraph])


def assert_fits(
    role: PlaceholderRole, content: TextBody, fonts: Fonts, *, has_errors: bool
) -> None:
    """Check a text's sizes and, where it has no error, its height against its frame."""
    placeholder = present(layout("bullets", "light").placeholder(role))
    own = tuple(style.size for style in placeholder.level_styles)
    sizes = content.sizes or own
    assert min(sizes) >= MINIMUM
    assert list(sizes) == sorted(sizes, reverse=True)
    assert all(size <= least for size, least in zip(sizes, own, strict=True))
    if not has_errors:
        place = text_frame(placeholder, MINIMUM, fonts)
        block = measured_paragraphs(TextBody(content.paragraphs).paragraphs, place, fonts)
        assert block_extent(block, sizes).height <= place.height + 0.02
