"""What is said of a text that begins with a sign that YAML reserves."""

import pytest

from deckgen.outline.syntax.pitfall import reserved_sign_message


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
