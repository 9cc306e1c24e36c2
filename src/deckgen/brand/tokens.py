"""Brand tokens: the ten lines that a person writes, and from which a whole template is made."""

import re
from typing import Any, Literal, TypeAlias

from deckgen.deck.slide import Fit
from deckgen.support.diagnostics import Span
from deckgen.support.records import MISSING, LocatedRecord, field, record

CODE_FONT = "Consolas"
LogoPlaces: TypeAlias = Literal["cover-and-closing", "all"]
TemplateSizes: TypeAlias = Literal["readable", "as-is"]
"""The sizes of text on a template: raised where they are too small, or its own."""


def _key(doc: str, *examples: str, default: Any = MISSING, **more: Any) -> Any:
    """Return a field that is a key of a brand.yaml, by the rules of `field`."""
    return field(default=default, metadata={"doc": doc, "examples": examples, **more})


def hexadecimal_color(text: str) -> str | None:
    """Return the six digits of a colour in another form: rgb(0, 51, 68), 0/51/68, #036."""
    if short := re.fullmatch(r"#?([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])", text):
        return "".join(digit * 2 for digit in short.groups()).upper()
    numbers = [int(each) for each in re.findall(r"[0-9]{1,3}", text)]
    is_rgb = re.fullmatch(r"(?i)(rgb)?[\s(:]*[0-9]+([\s,/;]+[0-9]+){2}[\s)]*", text) is not None
    if not is_rgb or len(numbers) != 3 or max(numbers) > 255:
        return None
    return "".join(f"{each:02X}" for each in numbers)


def _color(doc: str, example: str, default: Any = MISSING) -> Any:
    return _key(
        doc,
        example,
        default=default,
        pattern=r"#?[0-9A-Fa-f]{6}",
        pattern_doc="six hexadecimal digits, such as 0E4A50",
        meant=hexadecimal_color,
    )


_FONT_FILES = _key(
    "Font files beside the brand.yaml (.ttf, .otf), so that text in a font of your "
    "own is measured as it is; they go into the deck only with `embed_fonts`.",
    "[fonts/Own-Regular.ttf, fonts/Own-Bold.ttf]",
)
_EMBED_FONTS = _key(
    "Whether the font files listed here are put into the deck, so that PowerPoint "
    "on Windows and macOS shows them where they are not installed. Their licence must "
    "permit it.",
    "yes",
    default=False,
)
_MAP = _key(
    "Whether decks hold a map of their words, so that `deckgen pull` can bring home what "
    "colleagues change in them.",
    "off",
    default=True,
)
_LIMITS = _key("What text may never pass.")
_FOOTER = _key(
    "The line at the foot of the slides, if the talk has none of its own.", "${event} · ${town}"
)


@record
class ColorTokens(LocatedRecord):
    """The brand's colours, RRGGBB."""

    ink: str = _color("Text on light backgrounds.", "1B2A2E")
    paper: str = _color("The light background, and text on dark ones.", "FFFFFF")
    deep: str = _color("The deep colour: covers, headlines, links.", "0E4A50")
    sand: str = _color("A quiet tint: panels, the overview.", "F4ECDF")
    accent: str = _color("The one accent: numbers, marks.", "A83F1B")
    highlight: str | None = _color(
        "The accent on dark backgrounds; made from accent if left out.", "F2B872"
    )
    muted: str | None = _color(
        "Quiet text such as the footer; made from ink if left out.", "5A6668"
    )


@record
class FontTokens(LocatedRecord):
    """The brand's fonts, by the names that PowerPoint shows."""

    heading: str | None = _key("Headlines; the style's if left out.", "Cambria")
    body: str | None = _key("Everything else; the style's if left out.", "Calibri")
    code: str = _key("Inline code.", CODE_FONT, default=CODE_FONT)
    east_asian: str | None = _key(
        "Chinese, Japanese and Korean letters; PowerPoint chooses if left out.", "Yu Gothic"
    )
    files: tuple[str, ...] | None = _FONT_FILES


@record
class Limits(LocatedRecord):
    """What text may never pass."""

    size: int = _key("Content is never set smaller, in points.", "18", default=18)
    largest: int | None = _key(
        "Lists, running text and tables that have room are set this large at most, in points; as "
        "the style says if left out.",
        "28",
    )
    fit: Fit = _key(
        "What happens to text that is too long: auto, shrink, split or error.",
        "auto",
        default="auto",
    )


@record
class BrandTokens(LocatedRecord):
    """A brand.yaml."""

    name: str = _key("The brand's name.", "Stadt Altenburg")
    colors: ColorTokens = _key(
        "The colours.", "{ink: 1B2A2E, paper: FFFFFF, deep: 0F4A50, sand: F4ECE0, accent: A8431C}"
    )
    fonts: FontTokens | None = _key("The fonts; those of the style if left out.")
    style: str = _key(
        "The design of the slides; `deckgen brand styles` lists them.", "panel", default="panel"
    )
    logo: str | None = _key(
        "A picture beside the brand.yaml: SVG, PNG or JPEG. In an SVG, currentColor "
        "follows the background.",
        "logo.svg",
    )
    logo_on: LogoPlaces = _key(
        "Where the logo stands: cover-and-closing or all.", "all", default="cover-and-closing"
    )
    embed_fonts: bool = _EMBED_FONTS
    map: bool = _MAP
    limits: Limits | None = _LIMITS
    footer: str | None = _FOOTER


@record
class LayoutTokens(LocatedRecord):
    """Which layout of the template serves which slides; deckgen chooses for those left out."""

    cover: str | None = _key("The layout of the cover, by its name.", "Titelfolie")
    section: str | None = _key("The layout of sections.", "Abschnittsüberschrift")
    questions: str | None = _key("The layout of the overview.", "Titel und Inhalt")
    question: str | None = _key("The layout of questions.", "Titel und Inhalt")
    bullets: str | None = _key("The layout of bullets.", "Titel und Inhalt")
    text: str | None = _key("The layout of running text.", "Titel und Inhalt")
    quote: str | None = _key("The layout of quotations.", "Zitat")
    closing: str | None = _key("The layout of the last page.", "Kontakt")
    two_contents: str | None = _key("The layout of two contents side by side.", "Zwei Inhalte")
    three_contents: str | None = _key("The layout of three contents.", "Drei Inhalte")
    bleed: str | None = _key("The layout below a picture that fills the slide.", "Nur Titel")


@record
class TemplateTokens(LocatedRecord):
    """A brand.yaml that goes with a template, of which everything else is taken."""

    template: str = _key(
        "The organisation's template, beside the brand.yaml: .potx, .pptx and the like.",
        "corporate.potx",
    )
    name: str | None = _key("The brand's name.", "Stadt Altenburg")
    layouts: LayoutTokens | None = _key("Which layout serves which slides.")
    code: str = _key("The font of inline code.", CODE_FONT, default=CODE_FONT)
    fonts: tuple[str, ...] | None = _FONT_FILES
    embed_fonts: bool = _EMBED_FONTS
    map: bool = _MAP
    sizes: TemplateSizes = _key(
        "The sizes of text that the template sets too small to be read from the last "
        "row: readable raises them in proportion, as-is keeps them.",
        "as-is",
        default="readable",
    )
    limits: Limits | None = _LIMITS
    footer: str | None = _FOOTER


_SPAN = Span("embedded brand", 1, 1)

PLAIN_TOKENS = BrandTokens(
    name="Plain",
    colors=ColorTokens(
        ink="1A1A1A",
        paper="FFFFFF",
        deep="141414",
        sand="F2F1EE",
        accent="C22F1D",
        highlight="FF8B6B",
        muted="5E5C58",
        span=_SPAN,
        spans={},
    ),
    span=_SPAN,
    spans={},
)
"""The brand of an outline that names none: black, white and one accent."""
