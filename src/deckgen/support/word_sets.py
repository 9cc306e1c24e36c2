"""Sets of words that are written as one text."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text, which blanks separate."""
    return frozenset(words.split())
