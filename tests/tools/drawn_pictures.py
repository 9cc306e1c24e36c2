"""Pictures that are drawn for the docs: small files, and no others in their folder."""

import io
import sys
from collections.abc import Mapping, Sequence

from PIL import Image

from tests.building import ROOT


def small_png(sheet: Image.Image, colors: Sequence[int], largest: int) -> bytes:
    """Return a PNG with as many of the counts of colours as `largest` bytes allow."""
    data = b""
    for count in colors:
        few = sheet.quantize(count, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        target = io.BytesIO()
        few.save(target, "PNG", optimize=True)
        data = target.getvalue()
        if len(data) <= largest:
            break
    return data


def replace_pictures(folder: str, drawn: Mapping[str, bytes]) -> None:
    """Write the pictures, delete all others of their folder, and name what was written.

    `folder` and the names are relative to the project.
    """
    place = ROOT / folder
    place.mkdir(parents=True, exist_ok=True)
    for left_over in {path.relative_to(ROOT).as_posix() for path in place.iterdir()} - set(drawn):
        (ROOT / left_over).unlink()
    for name, data in drawn.items():
        (ROOT / name).write_bytes(data)
        sys.stdout.write(f"{name}\n")
