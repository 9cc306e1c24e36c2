"""Sets of words that are written as one text."""


def word_set(words: str, separator: str | None = None) -> frozenset[str]:
    """Return the words of a text, which blanks separate, if not something else."""
    return frozenset(words.split(separator))
