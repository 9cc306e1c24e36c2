"""Texts of an outline as values; every other text says what to type."""

import datetime as dt

import pytest

from deckgen.outline.schema.scalar_types import (
    WrongTypeError,
    parse_boolean,
    parse_choice,
    parse_day,
    parse_minutes,
    parse_whole_number,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [("yes", True), ("Ja", True), ("TRUE", True), ("on", True), ("no", False), ("Nein", False)],
)
def test_yes_and_no(text: str, *, value: bool) -> None:
    assert parse_boolean(text) is value


@pytest.mark.parametrize(("text", "value"), [("3", 3), ("+3", 3), ("-10", -10), ("007", 7)])
def test_whole_numbers(text: str, value: int) -> None:
    assert parse_whole_number(text) == value


@pytest.mark.parametrize(
    ("text", "minutes"), [("2", 2), ("2.5", 2.5), ("2,5", 2.5), ("1 h 30 min", 90), ("90 s", 1.5)]
)
def test_minutes(text: str, minutes: float) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize("text", ["2026-11-22", "22.11.2026"])
def test_days(text: str) -> None:
    assert parse_day(text) == dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("parse", "text", "message"),
    [
        (parse_boolean, "perhaps", "Type yes or no."),
        (parse_whole_number, "3.5", "Type a whole number, in digits only, such as 3."),
        (parse_whole_number, "1" * 16, "Type a whole number, in digits only, such as 3."),
        (parse_whole_number, "٣", "Type a whole number, in digits only, such as 3."),
        (parse_day, "31.2.2027", "There is no such day."),
        (parse_day, "2026-02-30", "There is no such day; type it as YYYY-MM-DD."),
        (parse_day, "11.2.", "The year is missing. Type the day as"),
        (parse_day, "11. Februar", "The year is missing."),
        (parse_day, "11. Febuar 2027", "Did you mean 11. Februar 2027?"),
        (parse_day, "Febuary 11, 2027", "Did you mean February 11, 2027?"),
        (parse_day, "11.–12. Februar 2027", "A date is one day, such as 12. Februar 2027;"),
        (parse_day, "11. bis 12.2.2027", "A date is one day, such as 12.2.2027;"),
        (parse_day, "Montag, 11. Februar 2027", "11. Februar 2027 is a Thursday."),
        (parse_day, "Mon. 11.2.2027", "11.2.2027 is a Thursday."),
        (parse_day, "in May", "Type the day as"),
        (parse_day, "46348", "Is it a spreadsheet's number for a day?"),
        (parse_day, "03/04/2026", "It could be two days: type 2026-"),
        (parse_minutes, "soon", "Type how many minutes"),
    ],
)
def test_other_texts_say_what_to_type(parse: object, text: str, message: str) -> None:
    assert callable(parse)
    with pytest.raises(WrongTypeError) as raised:
        parse(text)
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("darc", "Did you mean dark? Type one of: light, dark."),
        ("DARK", "Did you mean dark? Type one of: light, dark."),
        ("xyz", "Type one of: light, dark."),
    ],
)
def test_a_choice(text: str, message: str) -> None:
    assert parse_choice("dark", ("light", "dark")) == "dark"
    with pytest.raises(WrongTypeError) as raised:
        parse_choice(text, ("light", "dark"))
    assert str(raised.value) == message
