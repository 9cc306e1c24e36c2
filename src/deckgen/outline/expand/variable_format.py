"""The words of a variable as a date or a number: `${day:date}`, `${people:number}`."""

from typing import NamedTuple

from deckgen.language.day_reader import AmbiguousDay, localized_date
from deckgen.language.number_reader import AmbiguousNumber, ambiguity_message, localized_number


class FormatProblem(NamedTuple):
    """Why words cannot be formatted, and what to do."""

    code: str
    message: str
    hint: str


def format_variable(form: str, words: str, lang: str, name: str) -> str | FormatProblem:
    """Return the words of the variable `name` in a form, `date` or `number`, of a language."""
    if form == "date":
        day = localized_date(words, lang)
        if isinstance(day, AmbiguousDay):
            return FormatProblem(
                "ambiguous-date",
                f"{name} is “{words}”, which can be read as two days.",
                f"Where {name} is said, type {day.in_words()}.",
            )
        return day or _not_of_form("date", words, name, "2026-11-22 or 22.11.2026")
    if form == "number":
        number = localized_number(words, lang)
        if isinstance(number, AmbiguousNumber):
            message, hint = ambiguity_message(words, number, lang)
            return FormatProblem("ambiguous-number", f"{name}: {message}", hint)
        return number or _not_of_form("number", words, name, "32500 or 1.5")
    return FormatProblem(
        "unknown-form",
        f"A variable cannot be written as “{form}”.",
        f"Type ${{{name}}}, ${{{name}:date}} or ${{{name}:number}}; what to say where it is "
        f"missing stands behind :- as in ${{{name}:-words}}.",
    )


def _not_of_form(form: str, words: str, name: str, example: str) -> FormatProblem:
    return FormatProblem(
        f"no-{form}",
        f"{name} is “{words}”, which is no {form}.",
        f"Where {name} is said, type it such as {example}.",
    )
