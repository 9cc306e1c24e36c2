"""The keys of an agenda; the kind shows it, and the sections repeat it."""

from deckgen.outline.schema.entry import Entry
from deckgen.outline.schema.fields import Text, key
from deckgen.support.records import record

_AGAIN = "again"


@record
class Agenda(Entry):
    """The keys of an agenda."""

    agenda: Text | None = key(
        "The headline; or the word `again` to show it again, the next section marked.",
        "Our way through this hour",
        _AGAIN,
        default=None,
    )
    again: bool = key(
        "Show it again before each later section, that section marked.", "yes", default=False
    )


def is_repeat(entry: Agenda) -> bool:
    """Return whether an entry is `agenda: again`: the agenda of before, repeated by hand."""
    return entry.agenda is not None and entry.agenda.text.strip().casefold() == _AGAIN
