"""A picture that deckgen cropped is whole again, with the focus that crops it in the same way."""

import pytest

from deckgen.importing.powerpoint.entries.asset_files import AssetFiles, file_and_focus
from deckgen.importing.powerpoint.reading.source_slide import Crop, SourcePicture, SourceSlide


class Names(AssetFiles):
    """Names a file after its crop, so that the table shows which picture was asked for."""

    def picture(self, picture: SourcePicture, slide: int) -> str:
        return f"{slide}-{'cropped' if any(picture.crop) else 'whole'}.png"


@pytest.mark.parametrize(
    ("crop", "is_own", "expected"),
    [
        ((0, 0, 0, 0), True, {"file": "7-whole.png"}),
        ((0.1, 0, 0.1, 0), False, {"file": "7-cropped.png"}),
        ((0.1, 0, 0.1, 0), True, {"file": "7-whole.png", "focus": "center"}),
        ((0, 0, 0.2, 0), True, {"file": "7-whole.png", "focus": "left"}),
        ((0.2, 0, 0, 0), True, {"file": "7-whole.png", "focus": "right"}),
        ((0, 0, 0, 0.2), True, {"file": "7-whole.png", "focus": "top"}),
        ((0, 0.2, 0, 0), True, {"file": "7-whole.png", "focus": "bottom"}),
        ((0.3, 0, 0.1, 0), True, {"file": "7-whole.png", "focus": "60% 50%"}),
        ((0, 0.1, 0, 0.3), True, {"file": "7-whole.png", "focus": "50% 40%"}),
    ],
)
def test_file_and_focus(crop: Crop, *, is_own: bool, expected: dict[str, str]) -> None:
    picture = SourcePicture(b"", "png", alt="", decorative=False, name="plan", crop=crop)
    slide = SourceSlide(7, "plan", "", "", (), is_own=is_own)
    assert file_and_focus(picture, slide, Names(".")) == expected
