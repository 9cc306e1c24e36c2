"""A deck of the disk as colleagues left it, with what was built in its place."""

from deckgen.files.map_copies import map_copy
from deckgen.roundtrip.reading.edited_deck import EditedDeck
from deckgen.roundtrip.reading.read_edited import read_edited
from deckgen.roundtrip.reading.read_map import map_of_part
from deckgen.support.diagnostics import Diagnostics


def read_edited_file(deck: str, data: bytes, diagnostics: Diagnostics) -> EditedDeck | None:
    """Return the deck in a file called `deck`; None, with an error, if it cannot be read.

    If a program left its map out, `base` is the copy that lies beside it.
    """
    edited = read_edited(data, diagnostics, deck)
    if edited is not None and edited.base is None and (copy := map_copy(deck)):
        return edited._replace(base=map_of_part(copy), base_is_copy=True)
    return edited
