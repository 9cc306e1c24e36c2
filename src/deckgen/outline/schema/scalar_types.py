"""One text → one value of a simple type: yes or no, a whole number, minutes, a day, a choice."""

import datetime as dt
import re

_YES = frozenset({"yes", "true", "ja", "on"})
_NO = frozenset({"no", "false", "nein", "off"})
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PLAIN_MINUTES = r"[0-9]{1,6}(\.[0-9]{1,2})?"
_DAYS_OF_A_SPREADSHEET = r"[1-6][0-9]{4}"


class WrongTypeError(Exception):
    """The text does not mean anything of the wanted type; says what to type."""


def parse_choice(text: str, choices: tuple[str, ...]) -> str:
    """Return one of the words that a key may have."""
    from difflib import get_close_matches

    if text in choices:
        return text
    near = get_close_matches(text.casefold(), choices, n=1)
    meant = f"Did you mean {near[0]}? " if near else ""
    raise WrongTypeError(f"{meant}Type one of: {', '.join(choices)}.")


def parse_boolean(text: str) -> bool:
    """Return whether a text says yes."""
    if text.casefold() in _YES | _NO:
        return text.casefold() in _YES
    raise WrongTypeError("Type yes or no.")


def parse_integer(text: str) -> int:
    """Return a whole number."""
    if re.fullmatch(r"[+-]?[0-9]{1,15}", text):
        return int(text)
    raise WrongTypeError("Type a whole number, in digits only, such as 3.")


def parse_minutes(text: str) -> float:
    """Return how many minutes a text says."""
    if re.fullmatch(_PLAIN_MINUTES, text):  # as they are written mostly
        return float(text)
    from deckgen.language.duration_reader import AmbiguousDuration, read_minutes

    found = read_minutes(text)
    if isinstance(found, AmbiguousDuration):
        readings = " or ".join(f"{one:g} minutes" for one in found)
        raise WrongTypeError(f"It could be {readings}; type the number alone, such as 2.5 or 2,5.")
    if found is None:
        raise WrongTypeError("Type how many minutes: a number such as 2.5 or 2,5; or 1 h 30 min.")
    return found


def parse_day(text: str) -> dt.date:
    """Return a day, in any way that no language has for another one."""
    if re.fullmatch(_DATE, text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            raise WrongTypeError("There is no such day; type it as YYYY-MM-DD.") from None
    from deckgen.language.day_reader import AmbiguousDay, read_day

    found = read_day(text, "")
    if isinstance(found, AmbiguousDay):
        first, second = (f"{one.isoformat()} ({one:%B} {one.day})" for one in found)
        raise WrongTypeError(f"It could be two days: type {first} or {second}.")
    if found is None:
        hint = "Type the day as YYYY-MM-DD, such as 2026-11-22; or with points, as 22.11.2026."
        if re.fullmatch(_DAYS_OF_A_SPREADSHEET, text):
            hint = f"Is it a spreadsheet's number for a day? Give that cell a date's format. {hint}"
        raise WrongTypeError(hint)
    return found
