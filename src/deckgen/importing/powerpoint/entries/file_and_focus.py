"""The file of a picture and what is kept of it: one that we cropped is whole again."""

from collections.abc import Mapping

from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.reading.source_slide import Crop, SourcePicture, SourceSlide

_WHOLE = (0, 0, 0, 0)
_EXACT = 0.0005
"""The share of a side from which on it counts as cropped here."""
_SHARES = {"left": "0%", "top": "0%", "center": "50%", "right": "100%", "bottom": "100%"}


def whole_picture(picture: SourcePicture) -> SourcePicture:
    """Return a picture with what was cropped of it."""
    return picture._replace(crop=_WHOLE)


def file_and_focus(
    picture: SourcePicture, slide: SourceSlide, pictures: AssetFiles
) -> Mapping[str, str]:
    """Return `file`; in a deck of ours also the `focus` with which the whole picture is cropped."""
    if not slide.is_own or not any(picture.crop):
        return {"file": pictures.picture(picture, slide.number)}
    name = pictures.picture(whole_picture(picture), slide.number)
    return {"file": name, "focus": _focus_of(picture.crop)}


def _focus_of(crop: Crop) -> str:
    left, top, right, bottom = crop
    words = _focus(left, right, "left", "right"), _focus(top, bottom, "top", "bottom")
    if any(word.endswith("%") for word in words):
        return " ".join(_SHARES.get(word, word) for word in words)
    return " ".join(word for word in words if word != "center") or "center"


def _focus(before: float, after: float, first: str, last: str) -> str:
    """Return the focus along one axis, given what is cropped of both sides."""
    if abs(before - after) <= 2 * _EXACT:
        return "center"
    if before <= _EXACT or after <= _EXACT:
        return first if before <= _EXACT else last
    return f"{round(50 * (1 + before - after))}%"
