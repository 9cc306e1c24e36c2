"""Characters that a font lacks are lent by others, in stretches that Office would count alike."""

from pathlib import Path

import pytest

from deckgen.render.fonts.fallback_fonts import FallbackRun, covered_code_points, fallback_runs
from deckgen.render.fonts.system_fonts import font_data, font_index
from tests.render.fonts.small_fonts import face, put

_OWN = face("Own", draws="Aé→")
_SYMBOLS, _ARABIC = "Noto Sans Symbols", "Noto Sans Arabic"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain – “text” €", []),
        ("A → A", []),
        ("A ✓", [FallbackRun(2, 3, _SYMBOLS)]),
        ("✓✗", [FallbackRun(0, 2, _SYMBOLS)]),
        ("✓ ✗", [FallbackRun(0, 1, _SYMBOLS), FallbackRun(2, 3, _SYMBOLS)]),
        # Characters beyond the first plane count twice; a sign for how to show one goes with it.
        ("A💡A", [FallbackRun(1, 3, _SYMBOLS)]),
        ("💡✓", [FallbackRun(0, 3, _SYMBOLS)]),
        ("✓\ufe0fA", [FallbackRun(0, 2, _SYMBOLS)]),
        ("\ufe0fA", []),
        ("ع✗", [FallbackRun(0, 1, _ARABIC), FallbackRun(1, 2, _SYMBOLS)]),
        # Who lends one goes on as long as it can.
        ("ع✓", [FallbackRun(0, 2, _ARABIC)]),
        ("✓ع", [FallbackRun(0, 1, _SYMBOLS), FallbackRun(1, 2, _ARABIC)]),
        # Nobody has it.
        ("語", []),
    ],
)
def test_what_is_lent(tmp_path: Path, text: str, expected: list[FallbackRun]) -> None:
    put(
        tmp_path,
        symbols_ttf=face(_SYMBOLS, draws="✓✗💡"),
        arabic_ttf=face(_ARABIC, draws="ع✓"),
        other_ttf=face("Unheard Of", draws="語"),
    )
    assert list(fallback_runs(text, _OWN, font_index([str(tmp_path)]))) == expected


@pytest.mark.parametrize("pictures", [b"CBDT", b"sbix"])
def test_fonts_of_pictures_lend_nothing(tmp_path: Path, pictures: bytes) -> None:
    """The renderer draws outlines only, and fails on everything else."""
    outlines = face("Noto Emoji", draws="😊")
    put(tmp_path, emoji_ttf=outlines)
    assert fallback_runs("😊", _OWN, font_index([str(tmp_path)]))
    put(tmp_path, emoji_ttf=outlines.replace(b"hhea", pictures, 1))
    font_data.cache_clear()
    assert not fallback_runs("😊", _OWN, font_index([str(tmp_path)]))


def test_a_font_that_cannot_be_read_lends_nothing() -> None:
    assert covered_code_points(_OWN) == set(map(ord, "Aé→"))
    assert covered_code_points(_OWN[:40]) == set()
