"""The ids of slides: the author's, or names made from their headlines."""

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Mapping

from deckgen.outline.schema.entry import Entry, Kind
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics

_LONGEST_ID = 48
_OTHER_SIGNS = re.compile("[^a-z0-9]+")


def assign_ids(
    slides: tuple[tuple[Kind, Entry], ...], headlines: Mapping[int, str], diagnostics: Diagnostics
) -> tuple[str, ...]:
    """Return an id for every slide: the author's, else one made from its headline.

    `headlines` holds, by index, those of slides from other decks. A made id is none of the
    author's; a number is added only where two headlines make the same id. A double id is an error.
    """
    author_ids: dict[str, Text] = {}
    for _, entry in slides:
        if entry.id is None:
            continue
        if entry.id.text in author_ids:
            diagnostics.error(
                "duplicate-id",
                f"Two slides have the id “{entry.id.text}”; "
                f"the first stands in line {author_ids[entry.id.text].span.line}.",
                entry.id.span,
                "Give one of them another id.",
            )
        author_ids.setdefault(entry.id.text, entry.id)
    taken = set(author_ids)
    counts: Counter[str] = Counter()
    ids = []
    for index, (kind, entry) in enumerate(slides):
        if entry.id is not None:
            ids.append(entry.id.text)
            continue
        base = name = _made_id(kind, headlines.get(index) or kind.title_of(entry))
        while name in taken:
            counts[base] += 1
            name = f"{base}-{1 + counts[base]}"
        taken.add(name)
        ids.append(name)
    return tuple(ids)


def _made_id(kind: Kind, headline: str) -> str:
    if not headline:
        return kind.name
    # A headline without ASCII letters (Greek, Chinese …) still gives an id that stays.
    return slug(headline) or f"{kind.name}-{zlib.crc32(headline.encode()):08x}"


def slug(text: str) -> str:
    """Return the text as an id: small ASCII letters, digits, hyphens, at most 48."""
    small = text.lower()
    if not small.isascii():
        for letter, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ø", "o")):
            small = small.replace(letter, letters)
    if not small.isascii():
        small = unicodedata.normalize("NFKD", small).encode("ascii", "ignore").decode()
    hyphened = _OTHER_SIGNS.sub("-", small).strip("-")
    if len(hyphened) <= _LONGEST_ID:
        return hyphened
    return hyphened[: _LONGEST_ID + 1].rsplit("-", 1)[0][:_LONGEST_ID]
