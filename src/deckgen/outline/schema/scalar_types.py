"""A text → a value of a simple type: a choice, a boolean, an integer, minutes, a date.

Each function raises WrongTypeError, which says what to type, for any other text.
"""

import datetime as dt
import re

_YES = frozenset({"yes", "true", "ja", "on"})
_NO = frozenset({"no", "false", "nein", "off"})
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PLAIN_MINUTES = r"[0-9]{1,6}(\.[0-9]{1,2})?"
_WITH_POINTS = r"[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{4}"
_SPREADSHEET_DATE = r"[1-6][0-9]{4}"


class WrongTypeError(Exception):
    """A text is not of the type that a key needs; the message says what to type."""


def parse_choice(text: str, choices: tuple[str, ...]) -> str:
    """Return a text that is one of `choices`; of “yes” and “no”, any word for it."""
    if text in choices:
        return text
    for word, words in (("yes", _YES), ("no", _NO)):
        if word in choices and text.casefold() in words:
            return word
    from deckgen.support.nearest import nearest

    near = nearest(text, choices)
    meant = f"Did you mean {near}? " if near else ""
    raise WrongTypeError(f"{meant}Type one of: {', '.join(choices)}.")


def parse_boolean(text: str) -> bool:
    """Return whether a text means yes, in English or German."""
    if text.casefold() in _YES | _NO:
        return text.casefold() in _YES
    raise WrongTypeError("Type yes or no.")


def parse_whole_number(text: str) -> int:
    """Return the integer that a text is, of at most 15 digits."""
    if re.fullmatch(r"[+-]?[0-9]{1,15}", text):
        return int(text)
    raise WrongTypeError("Type a whole number, in digits only, such as 3.")


def parse_minutes(text: str) -> float:
    """Return the duration that a text is, in minutes."""
    if re.fullmatch(_PLAIN_MINUTES, text):  # the usual form, without the imports below
        return float(text)
    from deckgen.language.time_reader import read_minutes

    duration = read_minutes(text)
    if isinstance(duration, tuple):
        readings = " or ".join(f"{reading:g} minutes" for reading in duration)
        raise WrongTypeError(f"It could be {readings}; type the number alone, such as 2.5 or 2,5.")
    if duration is None:
        raise WrongTypeError("Type how many minutes: a number such as 2.5 or 2,5; or 1 h 30 min.")
    return duration


def _nearly_day(text: str) -> str:
    """Return what is wrong with a text that is almost a day; nothing for other texts."""
    from deckgen.language.phrases import babel_locale
    from deckgen.language.time_reader import read_day
    from deckgen.support.nearest import nearest

    if read_day(f"{text} 2000", ""):
        return "The year is missing."
    without_weekday = re.sub(r"^[^\W\d_]+\.?,?\s+", "", text)
    day = read_day(without_weekday, "")
    if isinstance(day, dt.date) and without_weekday != text:
        return f"{without_weekday} is a {day:%A}."
    last = re.sub(r"^\D*\d{1,2}\.?\s*([^\w\s.]|bis|und|to|and|au|et)\s*", "", text)
    if last != text and read_day(last, ""):
        return f"A date is one day, such as {last}; that there are several is said in `name`."
    months = [
        name for tag in ("de", "en") for name in babel_locale(tag).months["format"]["wide"].values()
    ]
    for word in re.findall(r"[^\W\d_]{3,60}", text)[:3]:
        meant = text.replace(word, nearest(word, months) or word)
        if read_day(meant, ""):
            return f"Did you mean {meant}?"
    return ""


def parse_day(text: str) -> dt.date:
    """Return the date that a text is, in any form that means the same day in every language."""
    if re.fullmatch(_DATE, text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            raise WrongTypeError("There is no such day; type it as YYYY-MM-DD.") from None
    from deckgen.language.time_reader import AmbiguousDay, read_day

    date = read_day(text, "")
    if isinstance(date, AmbiguousDay):
        raise WrongTypeError(f"It could be two days: type {date.in_words()}.")
    if date is None:
        hint = "Type the day as YYYY-MM-DD, such as 2026-11-22; or with points, as 22.11.2026."
        if nearly := _nearly_day(text):
            raise WrongTypeError(f"{nearly} {hint}")
        if re.fullmatch(_WITH_POINTS, text):
            hint = f"There is no such day. {hint}"
        if re.fullmatch(_SPREADSHEET_DATE, text):
            hint = f"Is it a spreadsheet's number for a day? Give that cell a date's format. {hint}"
        raise WrongTypeError(hint)
    return date
