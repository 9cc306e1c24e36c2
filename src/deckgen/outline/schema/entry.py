"""What one entry of `slides:` is: the keys that every kind knows, and what a kind is."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from deckgen.deck.slide import Fit, Slide, Tone, Transition
from deckgen.deck.text_body import Run, TextBody
from deckgen.outline.schema.fields import Minutes, Names, Pattern, Text, key
from deckgen.outline.schema.talk import LANGUAGE_TAG, Talk
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.records import record

if TYPE_CHECKING:
    from deckgen.deck.graphics.clip import Recording
    from deckgen.deck.graphics.picture import Media
    from deckgen.deck.included_slide import DeckSummary

_SLIDE_ID = Pattern(r"[\w.-]+", "letters, digits, hyphens and dots, without blanks")


@record
class Entry:
    """The keys that every kind of slide knows."""

    id: Text | None = key(
        "A short name, unique in the talk, to link to.",
        "mehrwert",
        default=None,
        pattern=_SLIDE_ID,
    )
    notes: Text | None = key(
        "What you want to say; stands in the speaker notes. Lists and **bold** work.",
        "Remember the example of the market square.",
        default=None,
    )
    hidden: bool = key("Keep the slide in the deck, but skip it on stage.", "yes", default=False)
    lang: str | None = key(
        "The language of this slide, if another one.",
        "en-GB",
        default=None,
        pattern=LANGUAGE_TAG,
    )
    typography: bool | None = key(
        "Whether quotation marks, dashes and spaces are set by the language, if not as the talk "
        "says.",
        "no",
        default=None,
    )
    frame: bool | None = key(
        "Whether footer, date and number stand at the foot, if not as the talk says.",
        "no",
        default=None,
    )
    tone: Tone | None = key("Light or dark, if not as the kind has it.", "dark", default=None)
    fit: Fit | None = key(
        "What happens to text that is too long: auto sets it smaller, then goes on over a further "
        "slide; shrink and split do only one of these; error does neither.",
        "error",
        default=None,
    )
    only: Names | None = key(
        "The towns, or the tags of versions such as a short one, that show the slide.",
        "[gera, jena]",
        default=None,
    )
    except_: Names | None = key(
        "The towns or tags that do not show the slide.", "kurz", default=None
    )
    minutes: Minutes | None = key(
        "How many minutes you speak to the slide.", "1.5", "90 s", default=None
    )
    optional: bool = key(
        "Whether you could do without the slide, should the time be short.", "yes", default=False
    )
    reveal: bool = key(
        "Show the text click by click: one bullet or paragraph, with what stands below it.",
        "yes",
        default=False,
    )
    transition: Transition | None = key(
        "How the slide comes on stage, if not as the talk says.", "fade", default=None
    )
    span: Span
    spans: Mapping[str, Span]


@record
class Context:
    """What a kind may know besides its own entry, when it lowers itself to a slide."""

    talk: Talk
    entries: tuple[Entry, ...]
    """Every entry of the talk, in order."""
    ids: tuple[str, ...]
    """The id of every entry's slide: the author's, or one made from its headline."""
    index: int
    """Where this entry stands in `entries`."""
    kind: str
    """The name of its kind."""
    number: int
    """Which one of its kind it is, from 1 …"""
    total: int
    """… to this; hidden slides are not counted."""
    totals: Mapping[str, int]
    """The same for every kind, by its name."""
    places: Mapping[type[Entry], list[int]]
    """Where the entries of each kind stand, hidden ones too."""
    fit: Fit
    """What happens to text that is too long, where the entry does not say."""
    read: Callable[[Text], bytes | None]
    """Returns a file that the author names, as seen from the file that names it; None, with an
    error, if it cannot be read."""
    media: "Callable[[Text], Media | None]"
    """Returns the picture in a file that the author names; None, with an error, if it is none that
    can be shown."""
    recording: "Callable[[Text], Recording | None]"
    """Returns the film or sound in a file that the author names; None, with an error, if it is none
    that can be played."""
    listing: "Callable[[str, str], list[tuple[Run, ...]]]"
    """Returns the lines of a listing, highlighted as its language has it; `Highlighter.lines` says
    what it raises."""
    foreign: "Callable[[Text], DeckSummary | None]"
    """Returns the slides of a deck that the author names; None, with an error, if it cannot be
    read."""
    diagnostics: Diagnostics
    parsed: dict[Text, TextBody]
    """Running text that was parsed already, maybe for another town; it grows on the way."""
    footer: TextBody | None
    """What stands at the foot of the slides that have one."""


class Kind(NamedTuple):
    """One kind of slide, as its module in `kinds/` describes it.

    The kind of an entry follows from its keys: the entry has the key called `name`, and every key
    of the entry is a field of `entry`.
    """

    name: str
    entry: type[Entry]
    lower: Callable[[Any, Context], Slide]
    manual: str
    headline: tuple[str, ...]
    """The fields of type `Text` that are the kind's own; the first one present names the slide."""
    bare: bool
    """Whether the word alone (`- cover`) is a slide: the field `name` may be left empty."""
