"""Numbers and marks that the author types before the items of a list: 1. first, 2. second."""

import re
from collections.abc import Sequence

from deckgen.deck.text_body import Bullet
from deckgen.outline.schema.fields import ListItem, ListItems, Text
from deckgen.outline.syntax.nodes import part_of
from deckgen.support.diagnostics import Diagnostics

_MARKS = frozenset("•▪◦‣·➢\uf0a7\uf0b7\uf0d8")
"""With those of Word, which stand in its symbol fonts."""
_NUMBER = re.compile(r"([0-9]{1,3})[.)][ \t]+(?=\S)")


def typed_numbers(texts: Sequence[Text]) -> tuple[int, tuple[Text, ...]] | None:
    """Return the number of the first item, and the items without numbers; None if not numbered.

    They are if there are two or more, and each has the number after that of the item above.
    """
    if len(texts) < 2 or not texts[0].text[:1].isdigit():
        return None
    matches = [_NUMBER.match(text.text) for text in texts]
    start = int(matches[0][1]) if matches[0] else 0
    bare = []
    for at, (text, number) in enumerate(zip(texts, matches, strict=True), start):
        if number is None or int(number[1]) != at:
            return None
        bare.append(part_of(text, number.end(), text.text[number.end() :]))
    return start, tuple(bare)


def without_typed_marks(
    items: ListItems, diagnostics: Diagnostics
) -> list[tuple[ListItem, Bullet, int]]:
    """Return each item without its typed mark, its bullet, and the first number of its list.

    Two or more numbers that count make a numbered list, also between bullets; signs such as • are
    replaced by the bullets of the layout. Numbers that do not count stay text, with a warning.
    """
    marked: list[tuple[ListItem, Bullet, int]] = []
    for start, end in _lists(items):
        texts = [item.text for item in items[start:end]]
        numbered = typed_numbers(texts)
        first, bare = numbered or (1, tuple(map(_without_sign, texts)))
        bullet: Bullet = "number" if numbered else "layout"
        pairs = zip(items[start:end], bare, strict=True)
        marked += ((item._replace(text=text), bullet, first) for item, text in pairs)
    # To PowerPoint, numbers that stay text are no list.
    texts = [
        item.text
        for item, bullet, _ in marked
        if bullet == "layout" and _NUMBER.match(item.text.text)
    ]
    if len(texts) > 1:
        diagnostics.warning(
            "typed-list",
            "These numbers stay text, as they do not count up one by one.",
            texts[0].span,
            "Number the items 1., 2., 3. for a numbered list; or leave the numbers out.",
        )
    return marked


def _lists(items: ListItems) -> list[tuple[int, int]]:
    """Return where lists begin and end: numbers that count, and all between them.

    PowerPoint would go on counting from one list to the next where both begin with one number and
    nothing stands between them; then no number is taken for that of a list.
    """
    numbers = [_NUMBER.match(item.text.text) for item in items]
    ends: list[tuple[int, int]] = []
    at = 0
    while at < len(items):
        end = at + 1
        first = numbers[at]
        while first and end < len(items):
            number = numbers[end]
            if number is None or int(number[1]) != int(first[1]) + end - at:
                break
            end += 1
        if ends and first and at == ends[-1][1] and numbers[ends[-1][0]]:
            return [(n, n + 1) for n in range(len(items))]
        ends.append((at, end))
        at = end
    return ends


def _without_sign(text: Text) -> Text:
    if text.text[:1] not in _MARKS:
        return text
    words = text.text[1:].lstrip(" \t\u00a0")
    if words[:1].isspace() or not words:
        return text
    return part_of(text, len(text.text) - len(words), words)
