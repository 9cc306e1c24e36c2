"""The values of an audit: rules, what they find, and the report on a deck."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias, get_args

from deckgen.deck.box import Box
from deckgen.support.diagnostics import Severity, clipped_message

Group: TypeAlias = Literal["validity", "accessibility", "legibility", "privacy", "size"]
GROUPS: tuple[Group, ...] = get_args(Group)
"""The groups of rules, in the order of reports."""

Subject: TypeAlias = Literal[
    "file",
    "slides",
    "text",
    "graphics",
    "tables",
    "charts",
    "links",
    "media",
    "sections",
    "movement",
    "notes",
    "comments",
]
"""What a rule is about. It does not apply to a deck that has no such thing."""


class RuleText(NamedTuple):
    """The words of a rule in one language."""

    name: str
    """What holds where the rule is kept: “Every slide has a title”."""
    message: str
    """What is wrong at a place; `{…}` stand for the values of a finding, as in `str.format`.

    `{slides:slide has|slides have}` is a number with the words for one and for several.
    """
    why: str
    remedy: str
    """What to do in PowerPoint, with the path in its menus; `{…}` as in the message."""


class Rule(NamedTuple):
    """What a deck should keep to, with its words in English as in `RuleText`."""

    code: str
    """Stable and kebab-case."""
    name: str
    message: str
    why: str
    remedy: str
    group: Group
    severity: Severity
    """An error is a barrier or a repair prompt for certain; a warning is very likely one; a note
    is advice, or something that a person must look at."""
    subject: Subject
    clauses: tuple[str, ...] = ()
    """The clauses that ask for it: “EN 301 549 10.1.1.1”, “WCAG 1.1.1”."""
    needs_person: bool = False
    """Whether a finding is no fault yet: a person must look at the place."""


class ShapePlace(NamedTuple):
    """A shape of a slide."""

    id: int
    """`p:cNvPr@id`; 0 if it has none."""
    name: str
    """As in PowerPoint's selection pane."""
    box: Box | None
    """EMU, on the slide; None if it has no place."""


class _Count(int):
    """A number in a message: with the words for one and for several, if the message has them."""

    def __format__(self, words: str) -> str:
        """Return the number; `words` are empty, or both of them with a bar between them."""
        one, _, several = words.partition("|")
        return f"{int(self):,} {one if self == 1 else several}" if words else f"{int(self)}"


class Finding(NamedTuple):
    """A place that breaks a rule."""

    rule: Rule
    slide: int | None
    """The number of the slide, from 1; None for the whole deck, its layouts and masters."""
    shape: ShapePlace | None = None
    values: Mapping[str, str | int] = {}
    """What stands in the message; “shape” is the name of the shape."""
    part: str = ""
    """The part name of the slide, layout or master; empty for the whole file."""
    origin: str = ""
    """The placeholder whose look a shape inherits; empty if the look is its own."""

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.filled(self.rule.message)

    @property
    def remedy(self) -> str:
        """What to do in PowerPoint, in English."""
        return self.filled(self.rule.remedy)

    def filled(self, words: str) -> str:
        """Return a message or a remedy of a rule's text, in any language, with the values."""
        name = "" if self.shape is None else self.shape.name
        values = {
            key: _Count(value) if isinstance(value, int) else value
            for key, value in self.values.items()
        }
        return clipped_message(words.format_map({"shape": name, **values}))


class ReportedSlide(NamedTuple):
    """A slide, for the report."""

    number: int
    part: str
    title: str
    """On one line; empty if it has none."""
    hidden: bool


class DeckFacts(NamedTuple):
    """What a deck says of itself, for the protocol; empty where it says nothing."""

    title: str = ""
    author: str = ""
    language: str = ""
    """That of the file, or else that of most of its text, as BCP 47 has it."""
    program: str = ""
    """That which wrote it last."""
    width: int = 0
    """EMU of a slide; 0 if the deck cannot be read."""
    height: int = 0


class AuditReport(NamedTuple):
    """What was found in a deck."""

    file: str
    """Its name."""
    slides: tuple[ReportedSlide, ...]
    findings: tuple[Finding, ...]
    """By group, then by slide, in reading order; of one rule at most `MOST_OF_A_RULE`."""
    counts: Mapping[str, int]
    """How often each rule is broken, by its code."""
    subjects: frozenset[Subject]
    """What the deck has; empty if it cannot be read."""
    facts: DeckFacts = DeckFacts()

    @property
    def has_errors(self) -> bool:
        """Whether a finding is an error."""
        return any(finding.rule.severity is Severity.ERROR for finding in self.findings)


_BEYOND_AA = frozenset({"1.4.8"})
"""Criteria of level AAA, for which EN 301 549 does not ask."""


def wcag(criterion: str) -> str:
    """Return a success criterion as a clause: “EN 301 549 10.1.1.1, WCAG 1.1.1”."""
    clause = f"WCAG {criterion}"
    return clause if criterion in _BEYOND_AA else f"EN 301 549 10.{criterion}, {clause}"


def quoted_words(text: str, most: int = 40) -> str:
    """Return a text on one line as a finding quotes it: cut to `most` characters."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"


MOST_OF_A_RULE = 2_000
"""Findings of one rule that are kept; further ones are only counted."""
