"""How many levels of a template's text can be told apart."""

import pytest

from tests.template.resolve.test_text_styles import body_style, level
from tests.template.small import only_master, opened

LEVELS: dict[str, tuple[str, int]] = {
    "none styled": ("", 1),
    "one": (level('marL="5"'), 2),
    "all nine": ("".join(level(f'marL="{n}00"', n=n) for n in range(1, 10)), 9),
    "three, the others like the third": (
        "".join(level(f'marL="{min(n, 3)}00"', n=n) for n in range(1, 10)),
        3,
    ),
}


@pytest.mark.parametrize(("styles", "count"), LEVELS.values(), ids=LEVELS)
def test_how_many_levels_can_be_told_apart(styles: str, count: int) -> None:
    assert only_master(opened(styles=body_style(styles))).body_levels == count
