"""Variables: inserted everywhere, overridden from outside, errors at the exact column."""

import pytest

from deckgen.outline.expand.variables import insert_variables
from deckgen.outline.syntax.nodes import Mapping, Scalar
from deckgen.support.diagnostics import Diagnostics
from tests.outline.reading import parsed

HEAD = """title: Talk
lang: de-DE
speaker: Anna
vars: {town: Altenburg, greeting: "Hallo ${town}", people: 32500, share: 1234.50,
  begin: 2027-03-01, nobody: ""}
event: {name: Konferenz, place: Leipzig, date: 2026-11-22, slot: 20}
"""


def inserted(text: str, head: str = HEAD) -> tuple[str, list[str]]:
    diagnostics = Diagnostics()
    node = parsed(f"{head}x: {text}\n", diagnostics)
    result = insert_variables(node, diagnostics)
    assert isinstance(result, Mapping)
    value = result.get("x")
    assert isinstance(value, Scalar)
    return value.text, [f"{each.span.column} {each.code}" for each in diagnostics if each.span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in ${town}", "in Altenburg"),
        ("${ town }", "Altenburg"),
        ("${greeting}!", "Hallo Altenburg!"),
        ("${event}, ${event.place}", "Konferenz, Leipzig"),
        ("${event.name} ${event.slot}", "Konferenz 20"),
        ("${deck.title} von ${deck.speaker} (${deck.lang})", "Talk von Anna (de-DE)"),
        ("${date} und ${event.date}", "22. November 2026 und 22. November 2026"),
        ("${people} und ${people:number}", "32500 und 32.500"),
        ("${share:number} %", "1.234,50 %"),
        ("${begin:date}", "1. März 2027"),
        ("${mayor:-die Bürgermeisterin}", "die Bürgermeisterin"),
        ("${town:-anderswo}", "Altenburg"),
        ("${nobody:-die Stadt}", "die Stadt"),
        ("${mayor:-von ${town}, ${event}}", "von Altenburg, Konferenz"),
        ("${mayor:-}!", "!"),
        ("${mayor:date:-bald}", "bald"),
        ("5 $ und $$", "5 $ und $"),
        ("$${town}", "${town}"),
    ],
)
def test_insertion(text: str, expected: str) -> None:
    assert inserted(text) == (expected, [])


def test_the_authors_own_words_come_before_what_the_head_says() -> None:
    assert inserted("${date}", "vars: {date: heute}\n") == ("heute", [])


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("de-AT", "22. November 2026, 32.500"),
        ("en-GB", "22 November 2026, 32,500"),
        ("fr-FR", "22 novembre 2026, 32\u202f500"),
        ("", "November 22, 2026, 32,500"),
    ],
)
def test_dates_and_numbers_are_in_the_language_of_the_deck(lang: str, expected: str) -> None:
    said = f"lang: {lang}\n" if lang else ""
    head = f"{said}vars: {{people: 32500}}\nevent: {{date: 2026-11-22}}\n"
    assert inserted("${date}, ${people:number}", head) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in ${twon}", ("in ${twon}", ["7 undefined-variable"])),
        ("'in ${twon}'", ("in ${twon}", ["8 undefined-variable"])),
        ("${}", ("${}", ["4 undefined-variable"])),
        ("auf ${town", ("auf ${town", ["8 undefined-variable"])),
        ("${town:nubmer}", ("Altenburg", ["4 unknown-form"])),
        ("${town:number}", ("Altenburg", ["4 no-number"])),
        ("${town:date}", ("Altenburg", ["4 no-date"])),
        ("${mayor:-die von ${twon}}", ("die von ${twon}", ["4 undefined-variable"])),
    ],
)
def test_what_cannot_be_inserted_stays_and_is_reported_at_its_column(
    text: str, expected: tuple[str, list[str]]
) -> None:
    assert inserted(text) == expected


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("lang: ${date}\nevent: {date: 2026-11-22}\n", "1:7"),
        ("lang: ${n:number}\nvars: {n: 5}\n", "1:7"),
        ('vars: {l: "${n:number}", n: 5}\nlang: ${l}\n', "1:12"),
        ("lang: ${date:number}\nevent: {date: 5}\n", "1:7"),
    ],
)
def test_a_language_that_asks_for_itself_is_reported_once(head: str, place: str) -> None:
    diagnostics = Diagnostics()
    node = parsed(f"{head}x: ${{deck.lang}}\n", diagnostics)
    insert_variables(node, diagnostics)
    assert [
        f"{each.span.line}:{each.span.column} {each.code}" for each in diagnostics if each.span
    ] == [f"{place} circular-variable"]


@pytest.mark.parametrize(
    ("lang", "words", "form", "expected"),
    [
        ("de-DE", "94.000", "number", "94.000"),
        ("de-DE", "12,5 %", "number", "12,5 %"),
        ("de-DE", "1.234.567", "number", "1.234.567"),
        ("en-GB", "94.000,50 €", "number", "94,000.50 €"),
        ("de-DE", "14.3.2027", "date", "14. März 2027"),
        ("en-GB", "14. März 2027", "date", "14 March 2027"),
        ("fr-FR", "94.000", "number", None),
        ("en-GB", "3/4/2027", "date", None),
        ("de-DE", "3/4/2027", "date", None),
    ],
)
def test_words_are_read_as_the_language_has_them_and_reported_where_they_have_two_meanings(
    lang: str, words: str, form: str, expected: str | None
) -> None:
    head = f'lang: {lang}\nvars: {{a: "{words}"}}\n'
    reported = [] if expected else [f"4 ambiguous-{form}"]
    assert inserted(f"${{a:{form}}}", head) == (expected or words, reported)


def test_a_key_may_hold_a_variable() -> None:
    node = parsed("vars: {a: b}\n${a}:\n  - c\n", Diagnostics())
    result = insert_variables(node, Diagnostics())
    assert isinstance(result, Mapping)
    assert result.get("b") is not None


def test_variables_that_double_each_other_do_not_fill_the_memory() -> None:
    lines = ["vars:", "  v0: 0123456789"]
    lines += [f"  v{n}: ${{v{n - 1}}}${{v{n - 1}}}" for n in range(1, 60)]
    diagnostics = Diagnostics()
    node = parsed("\n".join([*lines, "x: ${v59}"]), diagnostics)
    insert_variables(node, diagnostics)
    assert {each.code for each in diagnostics} == {"too-long"}


def test_what_holds_no_variable_is_the_same_node() -> None:
    node = parsed("a: [b, {c: d}]\n", Diagnostics())
    assert insert_variables(node, Diagnostics()) is node


@pytest.mark.parametrize(
    ("head", "text", "hint"),
    [
        ("", "${mayor}", "Add it at the top of the outline: vars: {mayor: your words}"),
        ("", "${}", "Add it at the top of the outline: vars: {name: your words}"),
        ("vars: {town: Gera}\n", "${twon}", "Did you mean ${town}?"),
        ("vars: {b: c, a: b}\n", "${mayor}", "Known are a, b. Add it under `vars:` at the top"),
        ("vars: {dates: b}\n", "${date}", "It comes from the event: add a line such as"),
        ("vars: {events: b}\n", "${event.place}", "It comes from the event: add a line such as"),
    ],
)
def test_the_hint_for_a_variable_that_is_not_known(head: str, text: str, hint: str) -> None:
    diagnostics = Diagnostics()
    insert_variables(parsed(f"{head}x: {text}\n", diagnostics), diagnostics)
    (told,) = [each.hint or "" for each in diagnostics]
    assert told.startswith(hint)
    assert told.endswith(f" To show the signs as they are, type ${text}.")
