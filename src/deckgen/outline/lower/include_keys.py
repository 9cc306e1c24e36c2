"""The keys of slides from another deck; one entry is expanded to one entry for each slide."""

from deckgen.outline.expand.includes import DECK_NAME
from deckgen.outline.schema.entry import Entry
from deckgen.outline.schema.fields import Names, Pattern, Text, key
from deckgen.support.records import record


@record
class Include(Entry):
    """The keys of slides from another deck."""

    include: Text = key(
        "The deck, as seen from the outline: a .pptx or .potx file.",
        "partner.pptx",
        pattern=Pattern(
            DECK_NAME,
            "the name of a PowerPoint file, such as partner.pptx; the slides of another outline "
            "come with `include` alone",
        ),
    )
    slides: Names | None = key(
        "Which of its slides: numbers, ranges, titles; all of them if left out.",
        "3",
        "[3, 5-7, The budget]",
        default=None,
    )
