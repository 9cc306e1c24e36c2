"""Code within text is not broken at its hyphens where a narrower frame can help it."""

import pytest

from tests.talks import talk

TYPE = "Type `pip install open-questions` and wait for a minute."


@pytest.mark.parametrize(
    ("text", "is_narrower"),
    [
        (TYPE, True),
        (TYPE.replace("`", ""), False),
        (TYPE.replace("open-questions", "openquestions"), False),
        ("Type `open-questions`.", False),
        ("Type `make " + " ".join(["open-questions-of-a-town"] * 9) + "`.", False),
    ],
    ids=[
        "a word of code at the end of a line",
        "a word of text may be broken at its hyphen",
        "code without a hyphen",
        "one line",
        "words that no width keeps whole in every font",
    ],
)
def test_a_frame_is_narrower_where_that_keeps_code_whole(text: str, *, is_narrower: bool) -> None:
    columns = f'[{{heading: A, text: "{text}"}}, {{heading: B, text: "{text}"}}]'
    made = talk(f"- {{title: Two ways, columns: {columns}}}", style="panel")
    (slide,) = made.compiled.fitted.deck.slides
    insets = [body.side_insets for role, body in slide.placeholders if role != "title"]

    assert [found is not None for found in insets] == [is_narrower] * 2
