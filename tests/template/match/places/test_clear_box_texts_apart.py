"""No text begins within the box of its title."""

import pytest

from deckgen.template.match.places.clear_box import with_texts_apart
from tests.template.match.compositions.test_kicker_box import body, points, shown, title

_TITLE = title(points(50, 100, 800, 200))


@pytest.mark.parametrize(
    ("text", "title_box", "text_box"),
    [
        pytest.param((50, 240, 800, 200), (50, 100, 800, 200), (50, 300, 800, 140), id="lower"),
        pytest.param(
            (50, 240, 800, 70), (50, 100, 800, 140), (50, 240, 800, 70), id="no line left"
        ),
        pytest.param((50, 300, 800, 90), (50, 100, 800, 200), (50, 300, 800, 90), id="below"),
        pytest.param((870, 240, 80, 90), (50, 100, 800, 200), (870, 240, 80, 90), id="beside"),
        pytest.param((50, 90, 800, 60), (50, 100, 800, 200), (50, 90, 800, 60), id="above"),
        pytest.param((50, 110, 800, 60), (50, 100, 800, 200), (50, 110, 800, 60), id="no place"),
    ],
)
def test_boxes_of_title_and_text(
    text: tuple[int, int, int, int], title_box: tuple[int, ...], text_box: tuple[int, ...]
) -> None:
    found = with_texts_apart({"title": _TITLE, "subtitle": body(points(*text))})
    assert (shown(found["title"].box), shown(found["subtitle"].box)) == (title_box, text_box)
