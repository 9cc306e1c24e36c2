"""A scrim fades over its height: what the copy of the deck says, and what is drawn."""

from __future__ import annotations

import io
import re
import zipfile

from deckgen.render.light.plainer_slides import plainer_deck
from tests.building import ROOT
from tests.talks import talk

PICTURE = (ROOT / "examples" / "images" / "market.png").read_bytes()
SLIDE = "- title: T\n  image: {file: a.png, alt: A}\n  bleed: yes\n  panel: "


def stops(deck: bytes) -> list[float]:
    """Return the stops of the gradient that the first slide says, from 0 to 1."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        slide = archive.read("ppt/slides/slide1.xml").decode()
    return [int(stop) / 100_000 for stop in re.findall(r'<a:gs pos="(\d+)"', slide)]


def test_the_stops_are_measured_by_the_height() -> None:
    data = talk(f"{SLIDE}scrim", files={"a.png": PICTURE}).data
    assert stops(data) == []
    first, *_, last = stops(plainer_deck(data, "Calibri"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        slide = archive.read("ppt/slides/slide1.xml").decode()
    box = re.search(r'<p:ph type="title"/>.*?<a:ext cx="(\d+)" cy="(\d+)"/>', slide)
    assert box is not None
    share = int(box[2]) / int(box[1])
    assert round(last - first, 3) == round(share, 3)
    assert round((first + last) / 2, 3) == 0.5


def test_a_deck_without_a_scrim_stays() -> None:
    data = talk(f"{SLIDE}yes", files={"a.png": PICTURE}).data
    assert plainer_deck(data, "Calibri") == data
