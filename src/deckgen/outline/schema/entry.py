"""An outline and its entries: the keys of every slide, and what defines a kind of slide."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from deckgen.deck.slide import Fit, Slide, Tone, Transition
from deckgen.deck.text_body import Run, TextBody
from deckgen.outline.schema.fields import LayoutName, Minutes, Names, Pattern, Text, key
from deckgen.outline.schema.talk import LANGUAGE_TAG, Talk
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.records import LocatedRecord, record

if TYPE_CHECKING:
    from deckgen.deck.graphics import Media, Recording
    from deckgen.deck.included_slide import DeckSummary

_SLIDE_ID = Pattern(r"[\w.-]+", "letters, digits, hyphens and dots, without blanks")


@record
class Pinned(LocatedRecord):
    """The slide of a deck that is shown in place of the slide that the outline would give."""

    deck: Text = key("The deck, as seen from the outline.", "hand/talk.pptx")
    slide: int = key("The number of the slide in it.", "6")


@record
class Entry(LocatedRecord):
    """The keys of every kind of slide."""

    id: Text | None = key(
        "A short name, unique in the talk, to link to.", "mehrwert", pattern=_SLIDE_ID
    )
    notes: Text | None = key(
        "What you want to say; stands in the speaker notes. Lists and **bold** work.",
        "Remember the example of the market square.",
    )
    hidden: bool = key("Keep the slide in the deck, but skip it on stage.", "yes", default=False)
    lang: str | None = key(
        "The language of this slide, if another one.", "en-GB", pattern=LANGUAGE_TAG
    )
    typography: bool | None = key(
        "Whether quotation marks, dashes and spaces are set by the language, if not as the talk "
        "says.",
        "no",
    )
    frame: bool | None = key(
        "Whether footer, date and number stand at the foot, if not as the talk says.", "no"
    )
    tone: Tone | None = key("Light or dark, if not as the brand has it.", "dark")
    layout: LayoutName | None = key(
        "The layout, by its name in the template or brand, if not the one that deckgen chooses.",
        "Title Only",
    )
    fit: Fit | None = key(
        "What happens to text that is too long: auto sets it smaller, then goes on over a further "
        "slide; shrink and split do only one of these; error does neither.",
        "error",
    )
    only: Names | None = key(
        "The towns, or the tags of versions such as a short one, that show the slide.",
        "[gera, jena]",
    )
    except_: Names | None = key("The towns or tags that do not show the slide.", "kurz")
    chapter: Text | None = key(
        "The name of the chapter that begins with this slide, in PowerPoint's list of slides; a "
        "`section` begins one by itself.",
        "Looking back",
    )
    minutes: Minutes | None = key("How many minutes you speak to the slide.", "1.5", "90 s")
    optional: bool = key(
        "Whether you could do without the slide, should the time be short.", "yes", default=False
    )
    reveal: bool = key(
        "Show the text click by click: one bullet or paragraph, with what stands below it.",
        "yes",
        default=False,
    )
    transition: Transition | None = key(
        "How the slide comes on stage, if not as the talk says.", "fade"
    )
    pinned: Pinned | None = key(
        "A slide of another deck that is shown in place of this one, as it was changed by hand; "
        "`deckgen pull` writes it. Without it, the slide is made from the outline again."
    )


@record
class Context:
    """What a kind may use besides its own entry to lower it to a slide."""

    talk: Talk
    entries: tuple[Entry, ...]
    """Every entry of the talk, in order."""
    ids: tuple[str, ...]
    """The slide id of every entry: the author's, or one derived from its headline."""
    index: int
    """The index of this entry in `entries`."""
    kind: str
    """The name of its kind."""
    number: int
    """The number of the slide among those of its kind, from 1 …"""
    total: int
    """… to this. Hidden slides are not counted."""
    totals: Mapping[str, int]
    """The same total for every kind, by its name."""
    indices: Mapping[type[Entry], list[int]]
    """The indices in `entries` of each kind, hidden ones included."""
    fit: Fit
    """What happens to text that is too long, unless the entry says it."""
    read: Callable[[Text], bytes | None]
    """Returns the content of a file, as seen from the file that names it. This and what follows
    return None, with an error, for what cannot be read or shown."""
    media: "Callable[[Text], Media | None]"
    """Returns the picture in a file that the author names."""
    recording: "Callable[[Text], Recording | None]"
    """Returns the film or sound in a file that the author names."""
    listing: "Callable[[str, str], list[tuple[Run, ...]]]"
    """Returns the lines of a listing in a language, highlighted; raises as `Highlighter.lines`."""
    foreign: "Callable[[Text], DeckSummary | None]"
    """Returns the slides of a deck that the author names."""
    diagnostics: Diagnostics
    parsed: dict[Text, TextBody]
    """A cache of parsed texts, shared with other towns."""
    footer: TextBody | None
    """The footer of the slides that have one."""


class Kind(NamedTuple):
    """A kind of slide, as its module in `kinds/` defines it.

    An entry of this kind has the key called `name`, and all of its keys are fields of `entry`.
    """

    name: str
    entry: type[Entry]
    lower: Callable[[Any, Context], Slide]
    manual: str
    headline: tuple[str, ...]
    """The fields of type `Text` that may be the title; the first that is present is."""
    bare: bool
    """Whether the word alone (`- cover`) is a slide: the key `name` has a default."""

    def title_of(self, entry: Entry) -> str:
        """Return the title of an entry of this kind as it is written; empty if it has none."""
        for name in self.headline:
            text: Text | None = getattr(entry, name)
            if text is not None:
                return text.text
        return ""


class Outline(NamedTuple):
    """The head of the talk, and its slides in order, each with its kind."""

    talk: Talk
    slides: tuple[tuple[Kind, Entry], ...]
    unread: frozenset[str] = frozenset()
    """The ids of slides with errors; a link to such a slide is not a further error."""


class KindTable(NamedTuple):
    """The kinds of slides by name, and the keys of each."""

    kinds: dict[str, Kind]
    keys: dict[str, frozenset[str]]

    def kind_of(self, names: Sequence[str]) -> Kind | None:
        """Return the only kind that one of the keys names and that has all of them."""
        fitting = [
            self.kinds[name]
            for name in names
            if name in self.kinds and self.keys[name].issuperset(names)
        ]
        return fitting[0] if len(fitting) == 1 else None
