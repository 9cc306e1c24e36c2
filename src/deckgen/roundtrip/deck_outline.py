"""The town of an edited deck, as its file or its row says today."""

from deckgen.deck.deck_map import DeckOrigin
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
        raise RequestError(
            f"{table} has no row for {origin.town} any longer.",
            "Add the row.",
        )
    towns = (origin.town,) if origin.town else ()
    return select_town(known_towns(outline), selection._replace(towns=towns))
