"""The head of an outline: the keys of the whole talk; and those that only a town's file has."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from deckgen.deck.slide import Tone, Transition
from deckgen.outline.schema.fields import LayoutName, Minutes, Pattern, Text, key
from deckgen.support.records import LocatedRecord, record


def _tag_meant(text: str) -> str | None:
    from deckgen.language.phrases import language_tag

    return language_tag(text)


LANGUAGE_TAG = Pattern(
    r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{4,8})*",
    "a language and, behind a hyphen, a country: de-DE, en-GB, or only fr",
    _tag_meant,
)
"""A BCP 47 tag, with the subtags that PowerPoint knows: language, script, region."""

DEFAULT_LANGUAGE = "en-US"
"""The language of a talk without `lang`."""

TOWNS_FOLDER = "towns"
"""The folder, beside the outline, of the files of towns."""

INSERT_BEFORE, INSERT_AFTER, MOVE, DROP = "insert-before", "insert-after", "move", "drop"
"""The keys that insert and move slides, and the word that drops one."""
TAGS = "tags"


@record
class Event(LocatedRecord):
    """Where and when the talk is given."""

    name: Text | None = key("The name of the event.", "Abschlusskonferenz")
    place: Text | None = key("The town or the house.", "Leipzig")
    date: dt.date | None = key("The day.", "2026-11-22", "22.11.2026", "22. November 2026")
    slot: Minutes | None = key(
        "How many minutes the talk may take here; see `minutes` of a slide.", "20", "1 h 30"
    )


EVENT_KEY_HINTS = {
    key: f"`{key}` belongs to the event: type `event: {{{key}: …}}`."
    for key in ("place", "date", "slot")
}
"""Hints for keys at the top of an outline that belong below `event`."""
BRAND_KEY_HINTS = {
    key: f"`{key}` belongs to the brand: type it in brand.yaml, and here `brand: brand.yaml`."
    for key in ("style", "colors", "fonts", "logo", "template", "limits")
}
"""Hints for keys at the top of an outline that stand in a brand.yaml."""


@record
class HeaderFooter(LocatedRecord):
    """The keys below `frame:`: footer, slide number and date, on layouts with such placeholders."""

    footer: bool = key("The footer.", "no", default=True)
    number: bool = key("The number of the slide.", "no", default=True)
    date: bool = key("The date of the event.", "yes", default=False)
    kinds: tuple[str, ...] | None = key(
        "On which kinds of slides; left out: on all but covers, sections, quotations and closing "
        "pages.",
        "[bullets, question]",
    )


@record
class Talk(LocatedRecord):
    """Every key at the top of an outline but `slides`."""

    title: Text = key("The title of the talk; the cover shows it.", "Die Kommunale Perspektive")
    subtitle: Text | None = key("A line below the title.")
    speaker: Text | None = key(
        "Who speaks. Names with semicolons between them have a line each on the cover.",
        "Anna Muster, Stadt Altenburg",
    )
    lang: str = key(
        "The language of the talk, as a BCP 47 tag.",
        "de-DE",
        "en-GB",
        default=DEFAULT_LANGUAGE,
        pattern=LANGUAGE_TAG,
    )
    typography: bool = key(
        "Whether quotation marks, dashes, ellipses and spaces are set as the language has them.",
        "yes",
        default=False,
    )
    brand: Text | None = key(
        "The brand: a brand.yaml beside the outline, or a template of your organisation (.potx, "
        ".pptx). Without it: the plain one.",
        "assets/brand.yaml",
        "corporate.potx",
    )
    size: Literal["16:9", "4:3"] = key("The shape of the slides.", default="16:9")
    tone: Tone | None = key("All slides light, or all dark.")
    layouts: Mapping[str, LayoutName] | None = key(
        "For each kind of slide, the layout that its slides stand on, by its name; those of other "
        "kinds deckgen chooses.",
        "{quote: Statement, table: Title Only}",
    )
    sizes: Literal["readable", "as-is"] | None = key(
        "The sizes of text on a template of your organisation that are too small to be read from "
        "the last row: readable raises them, as-is keeps them. Left out: as a brand.yaml says.",
        "as-is",
    )
    titles: Literal["as-is", "numbered"] = key(
        "Titles that several slides have: as-is leaves them, numbered makes the second one "
        "“Title (2)”, and so on.",
        "numbered",
        default="as-is",
    )
    vars: Mapping[str, Text] | None = key(
        "Words that change from town to town: ${town} inserts the one called town."
    )
    event: Event | None = key("Where and when the talk is given.")
    footer: Text | None = key("The line at the foot of the slides.", "${event} · ${town}")
    frame: HeaderFooter | None = key("What stands at the foot of the slides.")
    transition: Transition = key(
        "How every slide comes on stage: none, or fade.", "fade", default="none"
    )
    subject: str | None = key("What the talk is about, for the file's properties.")
    keywords: str | None = key("Words to find the file by.")
