"""Numbers and marks that the author types before the items of a list: 1. first, 2. second."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from deckgen.outline.syntax.nodes import span_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.deck.text_body import Bullet
    from deckgen.outline.schema.fields import ListItems, Text

_MARK = re.compile("[•▪◦‣·➢][ \t\u00a0]*(?=\\S)")
_NUMBER = re.compile(r"([0-9]{1,3})[.)][ \t]+(?=\S)")


class NumberedTexts(NamedTuple):
    """The items of a list without their numbers."""

    start: int
    """The number of the first item."""
    texts: tuple[Text, ...]


def typed_numbers(texts: Sequence[Text]) -> NumberedTexts | None:
    """Return the items without the numbers before them; None if they are not numbered.

    They are if there are two or more, and each has the number after that of the item above.
    """
    if len(texts) < 2 or not texts[0].raw[:1].isdigit():
        return None
    matches = [_NUMBER.match(text.raw) for text in texts]
    start = int(matches[0][1]) if matches[0] else 0
    bare = []
    for at, (text, number) in enumerate(zip(texts, matches, strict=True), start):
        if number is None or int(number[1]) != at:
            return None
        bare.append(_from(text, number.end()))
    return NumberedTexts(start, tuple(bare))


def without_typed_marks(items: ListItems) -> tuple[ListItems, Bullet, int]:
    """Return the items without their typed marks, the bullet that they get, and the first number.

    Numbers make a numbered list; signs such as • are replaced by the bullets of the layout.
    """
    texts = []
    for item in items:
        mark = _MARK.match(item.text.raw)
        texts.append(_from(item.text, mark.end()) if mark else item.text)
    numbered = typed_numbers(texts)
    pairs = zip(items, numbered.texts if numbered else texts, strict=True)
    bare = tuple(item._replace(text=text) for item, text in pairs)
    return bare, "number" if numbered else "layout", numbered.start if numbered else 1


def _from(text: Text, at: int) -> Text:
    words = text.raw[at:]
    place = span_within(text.raw, text.span, at, len(words.split("\n", 1)[0]))
    return text._replace(raw=words, span=place)
