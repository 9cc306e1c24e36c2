"""Code within text is not broken at its hyphens where a narrower frame can help it."""

import pytest

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.text_body import Paragraph, Run
from deckgen.fit.text.line_breaking import typeset
from tests.present import present
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


def test_code_is_whole_also_in_a_program_that_needs_no_reserve() -> None:
    said = "Forty towns do it by now; look for `open-questions`"
    listed = "".join([f"    - {line}\n" for line in ("One", said, "Come on a Thursday")])
    made = talk(f"- title: Take it home\n  text: |\n{listed}", style="minimal").compiled
    body = present(made.fitted.slides[0].text("body"))
    content = dict(made.fitted.deck.slides[0].placeholders)["body"]
    assert content.side_insets
    part, place = body.block[1], body.frame.placeholder
    torn = Paragraph((Run("Forty towns do it by now; look for "), Run("open-", code=True)))
    width = typeset(torn, place.level_styles[part.level], made.brand.fonts).width * body.size
    frame = (place.inner_box.cx - content.side_insets[1]) / EMU_PER_POINT
    assert width > frame - part.space.left
