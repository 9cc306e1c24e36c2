"""Brand tokens: the ten lines that a person writes, and from which a whole template is made."""

from typing import Any, Literal, TypeAlias

from deckgen.deck.slide import Fit
from deckgen.support.records import LocatedRecord, field, record

TemplateSizes: TypeAlias = Literal["readable", "as-is"]
"""The sizes of text on a template: raised where they are too small, or its own."""
_COLOR = {
    "pattern": r"#?[0-9A-Fa-f]{6}",
    "pattern_doc": "six hexadecimal digits, such as 0E4A50",
}


def _color(doc: str, example: str, **default: Any) -> Any:
    return field(metadata={"doc": doc, "examples": (example,), **_COLOR}, **default)


@record
class ColorTokens(LocatedRecord):
    """The brand's colours, RRGGBB."""

    ink: str = _color("Text on light backgrounds.", "1B2A2E")
    paper: str = _color("The light background, and text on dark ones.", "FFFFFF")
    deep: str = _color("The deep colour: full-bleed slides, headlines.", "0E4A50")
    sand: str = _color("The tinted neutral: panels, cards, table bands.", "F4ECDF")
    accent: str = _color("The one accent: numbers, marks.", "A83F1B")
    highlight: str | None = _color(
        "The accent on dark backgrounds; made from accent if left out.", "F2B872", default=None
    )
    muted: str | None = _color(
        "Quiet text such as the footer; made from ink if left out.", "5A6668", default=None
    )


def _font_files() -> Any:
    return field(
        default=None,
        metadata={
            "doc": "Font files beside the brand.yaml (.ttf, .otf), so that text in a font of your "
            "own is measured as it is; they go into the deck only with `embed_fonts`.",
            "examples": ("[fonts/Own-Regular.ttf, fonts/Own-Bold.ttf]",),
        },
    )


@record
class FontTokens(LocatedRecord):
    """The brand's fonts, by the names that PowerPoint shows."""

    heading: str = field(metadata={"doc": "Headlines.", "examples": ("Cambria",)})
    body: str = field(metadata={"doc": "Everything else.", "examples": ("Calibri",)})
    code: str = field(
        default="Consolas", metadata={"doc": "Inline code.", "examples": ("Consolas",)}
    )
    east_asian: str | None = field(
        default=None,
        metadata={
            "doc": "Chinese, Japanese and Korean letters; PowerPoint chooses if left out.",
            "examples": ("Yu Gothic",),
        },
    )
    files: tuple[str, ...] | None = _font_files()


@record
class Limits(LocatedRecord):
    """What text may never pass."""

    size: int = field(
        default=18,
        metadata={"doc": "Content is never set smaller, in points.", "examples": ("18",)},
    )
    fit: Fit = field(
        default="auto",
        metadata={
            "doc": "What happens to text that is too long: auto, shrink, split or error.",
            "examples": ("auto",),
        },
    )


def _embed_fonts() -> Any:
    return field(
        default=False,
        metadata={
            "doc": "Whether the font files listed here are put into the deck, so that PowerPoint "
            "on Windows and macOS shows them where they are not installed. Their licence must "
            "permit it.",
            "examples": ("yes",),
        },
    )


def _limits() -> Any:
    return field(default=None, metadata={"doc": "What text may never pass.", "examples": ()})


def _footer() -> Any:
    return field(
        default=None,
        metadata={
            "doc": "The line at the foot of the slides, if the talk has none of its own.",
            "examples": ("${event} · ${town}",),
        },
    )


@record
class BrandTokens(LocatedRecord):
    """A brand.yaml."""

    name: str = field(metadata={"doc": "The brand's name.", "examples": ("Stadt Altenburg",)})
    colors: ColorTokens = field(metadata={"doc": "The colours.", "examples": ()})
    fonts: FontTokens = field(metadata={"doc": "The fonts.", "examples": ()})
    logo: str | None = field(
        default=None,
        metadata={
            "doc": "A picture beside the brand.yaml: SVG, PNG or JPEG. In an SVG, currentColor "
            "follows the background.",
            "examples": ("logo.svg",),
        },
    )
    embed_fonts: bool = _embed_fonts()
    limits: Limits | None = _limits()
    footer: str | None = _footer()


def _layout(doc: str, example: str) -> Any:
    return field(default=None, metadata={"doc": doc, "examples": (example,)})


@record
class LayoutTokens(LocatedRecord):
    """Which layout of the template serves which slides; deckgen chooses for those left out."""

    cover: str | None = _layout("The layout of the cover, by its name.", "Titelfolie")
    section: str | None = _layout("The layout of sections.", "Abschnittsüberschrift")
    questions: str | None = _layout("The layout of the overview.", "Titel und Inhalt")
    question: str | None = _layout("The layout of questions.", "Titel und Inhalt")
    bullets: str | None = _layout("The layout of bullets.", "Titel und Inhalt")
    text: str | None = _layout("The layout of running text.", "Titel und Inhalt")
    quote: str | None = _layout("The layout of quotations.", "Zitat")
    closing: str | None = _layout("The layout of the last page.", "Kontakt")
    two_contents: str | None = _layout("The layout of two contents side by side.", "Zwei Inhalte")
    three_contents: str | None = _layout("The layout of three contents.", "Drei Inhalte")
    bleed: str | None = _layout("The layout below a picture that fills the slide.", "Nur Titel")


@record
class TemplateTokens(LocatedRecord):
    """A brand.yaml that goes with a template, of which everything else is taken."""

    template: str = field(
        metadata={
            "doc": "The organisation's template, beside the brand.yaml: .potx, .pptx and the like.",
            "examples": ("corporate.potx",),
        }
    )
    name: str | None = field(
        default=None, metadata={"doc": "The brand's name.", "examples": ("Stadt Altenburg",)}
    )
    layouts: LayoutTokens | None = field(
        default=None, metadata={"doc": "Which layout serves which slides.", "examples": ()}
    )
    code: str = field(
        default="Consolas",
        metadata={"doc": "The font of inline code.", "examples": ("Consolas",)},
    )
    fonts: tuple[str, ...] | None = _font_files()
    embed_fonts: bool = _embed_fonts()
    sizes: TemplateSizes = field(
        default="readable",
        metadata={
            "doc": "The sizes of text that the template sets too small to be read from the last "
            "row: readable raises them in proportion, as-is keeps them.",
            "examples": ("as-is",),
        },
    )
    limits: Limits | None = _limits()
    footer: str | None = _footer()
