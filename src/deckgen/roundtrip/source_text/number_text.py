"""Another number in the author's own spelling: his decimal mark, his groups, his unit."""

import re

_DIGITS = re.compile(r"[0-9](?:[0-9.,'’ \u00a0\u202f]*[0-9])?")
_SIGNS = "-−–"


def is_number(place: str) -> bool:
    """Return whether a place of a map is a number of a chart."""
    return place.startswith("chart ") and " value " in place


def number_text(text: str, old: str, new: str) -> str | None:
    """Return the text of a number with another value; None if it is not the number `old`.

    `old` and `new` are numbers as a chart keeps them: digits, a point, perhaps a minus. A text in
    per cent stands for a hundredth.
    """
    match = _DIGITS.search(text)
    try:
        before, after = float(old), float(new)
    except ValueError:
        return None
    if match is None:
        return None
    negative = text[: match.start()].rstrip()[-1:] in _SIGNS if match.start() else False
    for factor in (1, 100) if "%" in text else (1,):
        for mark in ".,":
            value = _value(match[0], mark)
            if value is None or abs((-value if negative else value) - before * factor) > 1e-9:
                continue
            digits = _spelled(abs(after) * factor, match[0], mark)
            lead = text[: match.start()]
            if (after < 0) != negative:
                lead = lead + "-" if after < 0 else lead.rstrip(_SIGNS)
            return lead + digits + text[match.end() :]
    return None


def _value(digits: str, mark: str) -> float | None:
    whole, _, decimals = digits.partition(mark)
    if not decimals.isdigit() and decimals:
        return None
    groups = re.sub(r"[.,'’ \u00a0\u202f]", "", whole)
    return float(f"{groups}.{decimals or 0}")


def _spelled(value: float, like: str, mark: str) -> str:
    plain = f"{value:.10f}".rstrip("0").rstrip(".")
    whole, _, decimals = plain.partition(".")
    _, _, old = like.partition(mark)
    groups = re.search(r"[.,'’ \u00a0\u202f]", like.partition(mark)[0])
    if groups and len(whole) > 3:
        whole = re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", groups[0], whole)
    is_padded = bool(decimals) or old.endswith("0")
    decimals = decimals.ljust(len(old), "0") if is_padded else decimals
    return whole + (mark + decimals if decimals else "")
