"""Short names from words: for the ids of slides and for the names of files."""

import re
import unicodedata

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "æ": "ae"})
_MOST_WORDS = 5
_LONGEST = 40


def short_id(text: str) -> str:
    """Return small ASCII letters, digits and hyphens; empty for a text of other letters alone."""
    spelled = text.casefold().translate(_UMLAUTS)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain)[:_MOST_WORDS])[:_LONGEST].strip("-")
