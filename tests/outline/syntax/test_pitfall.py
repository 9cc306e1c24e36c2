"""What is said of lines and texts that YAML cannot read, and the way out."""

import pytest

from deckgen.outline.syntax.pitfall import reserved_sign_message
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.support.diagnostics import Diagnostics


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("@home", 'Put the text in quotation marks: "@home"'),
        ("!wichtig", 'Put the text in quotation marks: "!wichtig"'),
        ("!!! Achtung", 'Put the text in quotation marks: "!!! Achtung"'),
        ("!!wichtig", 'Put the text in quotation marks: "!!wichtig"'),
        (
            "!important Heute",
            'Put the text in quotation marks: "!important Heute", or delete `!important`',
        ),
        ("!!str 12", "Delete `!!str`: words are text as they are typed, a list is a list."),
        (
            "!!python/object:os.exec x",
            "Delete `!!python/object:os.exec`: words are text as they are typed, a list is a list.",
        ),
        ("!list [a]", "Delete `!list`: words are text as they are typed, a list is a list."),
    ],
)
def test_the_way_out(written: str, hint: str) -> None:
    assert reserved_sign_message(written)[1] == hint


def _hints(text: str) -> list[tuple[str, str | None]]:
    told = Diagnostics()
    parse("slides.yaml", text.encode(), told)
    return [(each.code, each.hint) for each in told]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("```yaml", "Delete it; or begin it with #, if it is a remark."),
        ("Dear Anna,", "Delete it; or begin it with #, if it is a remark."),
        (
            "> title: A",
            "Delete the sign > at its beginning, which mail programs set before what they quote.",
        ),
    ],
)
def test_a_line_that_came_along_from_a_mail_has_its_own_way_out(line: str, hint: str) -> None:
    assert _hints(f"{line}\ntitle: A\nslides:\n  - cover\n") == [("line-without-key", hint)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("slides:\n- cover\n - title: B\n", "Move its dash into the column of the dash above."),
        (
            "slides:\n- title: A\n  text: one\n    or two: three\n",
            "Put the whole text in quotation marks, from its first line to its last.",
        ),
    ],
)
def test_a_colon_in_a_further_line_is_text_or_an_item_out_of_place(text: str, hint: str) -> None:
    assert ("second-colon", hint) in _hints(f"title: A\n{text}")


def test_a_line_within_a_slide_is_text_or_an_item() -> None:
    text = "title: A\nslides:\n  - title: B\n    bullets:\n      - c\n    A sentence\n"
    hint = "Make it a list item (`- A sentence`), or indent it below its text."
    assert _hints(text) == [("line-without-key", hint)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title: A\nslides:\n  - cover\nslides:\n  - title: B\n", "Keep one of the two."),
        ("slides:\n  costs: drop\n  costs: drop\n", "Keep one of the two."),
        (
            "title: A\nslides:\n  - title: B\n    text: c\n    text: d\n",
            "Keep one of the two. If a new slide was meant, begin it with a dash: `- text: …`.",
        ),
    ],
)
def test_only_a_key_of_a_slide_may_have_been_meant_for_a_new_one(text: str, hint: str) -> None:
    assert _hints(text) == [("duplicate-key", hint)]
