"""Quotation marks around a whole text."""

_PAIRS = {
    "“": "”",
    "„": "“",
    "”": "”",
    "«": "»",
    "»": "«",
    '"': '"',
    "‘": "’",
    "‚": "‘",
    "’": "’",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
}
"""Closing marks by their opening ones; „ may close with ” as well."""
_ALSO_CLOSING = {"„": "”", "‚": "’"}
_MARKS = frozenset((*_PAIRS, *_PAIRS.values()))


def is_quotation_mark(text: str) -> bool:
    """Return whether a text is a single quotation mark."""
    return text in _MARKS


def is_one_quotation(text: str) -> bool:
    """Return whether one pair of quotation marks stands around a text.

    Marks of the same kind within it belong to other quotations: “Yes.” – “No.”
    """
    opening, closing = text[:1], text[-1:]
    if len(text) < 2 or opening not in _PAIRS:
        return False
    if closing not in {_PAIRS[opening], _ALSO_CLOSING.get(opening)}:
        return False
    return opening not in text[1:-1] and closing not in text[1:-1]
