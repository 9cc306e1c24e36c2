"""Quotation marks around a whole text."""

_CLOSING = {
    **dict.fromkeys("“”", "”"),
    **dict.fromkeys("‘’", "’"),
    "„": "“”",
    "‚": "‘’",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    '"': '"',
}
"""The marks that close a quotation, by the one that opens it."""
_MARKS = frozenset("".join([*_CLOSING, *_CLOSING.values()]))


def is_quotation_mark(text: str) -> bool:
    """Return whether a text is a single quotation mark."""
    return text in _MARKS


def is_one_quotation(text: str) -> bool:
    """Return whether one pair of quotation marks stands around a text.

    Marks of the same kind within it belong to other quotations: “Yes.” – “No.”
    """
    opening, closing = text[:1], text[-1:]
    if len(text) < 2 or closing not in _CLOSING.get(opening, ""):
        return False
    return opening not in text[1:-1] and closing not in text[1:-1]
