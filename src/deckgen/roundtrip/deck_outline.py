"""The outline of an edited deck: its town, as its file or its row says today; whether it is it."""

from deckgen.deck.deck_map import DeckMap, DeckOrigin
from deckgen.outline.expand.variant import COMMAND_LINE
from deckgen.project.towns.town import Town
from deckgen.project.towns.town_selection import (
    TownSelection,
    known_towns,
    located_tags,
    located_variables,
    select_town,
    select_towns,
)
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.file_names import path_beside
from deckgen.support.request_error import RequestError

_OWN = 0.1
"""The share of paragraphs from which two maps are of one talk."""


def current_town(origin: DeckOrigin, outline: str, diagnostics: Diagnostics) -> Town:
    """Return the town that a deck was built for, as its file or its row says today.

    Raises RequestError if there is no such town any longer.
    """
    selection = TownSelection(
        variables=located_variables(dict(origin.variables), COMMAND_LINE),
        tags=located_tags(origin.tags),
    )
    if origin.table:
        table = path_beside(outline, origin.table)
        rows = select_towns(outline, selection._replace(table=table), diagnostics)
        for row in rows:
            if row.name == origin.town:
                return row
        raise RequestError(f"{table} has no row for {origin.town} any longer.", "Add the row.")
    towns = (origin.town,) if origin.town else ()
    return select_town(known_towns(outline), selection._replace(towns=towns))


def share_words(base: DeckMap, current: DeckMap) -> bool:
    """Return whether what was built and what an outline gives today are of one talk.

    A talk that was written anew from the first word to the last is not known again.
    """
    old, new = _paragraphs(base), _paragraphs(current)
    return not old or len(old & new) >= _OWN * len(old)


def _paragraphs(deck: DeckMap) -> set[str]:
    return {
        paragraph.words
        for slide in deck.slides
        for text in slide.texts
        for paragraph in text.paragraphs
        if paragraph.words and not paragraph.is_generated
    }
