"""What a photo says of itself: which way is up, and where it was taken."""

import struct

import pytest

from deckgen.media.formats.exif import has_place, orientation, upright_size

ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825


def tiff(*tags: tuple[int, int], order: str = "<", count: int | None = None) -> bytes:
    """Return a TIFF of one directory: numbers and first 16 bits of its tags."""
    start = {"<": b"II*\0", ">": b"MM\0*"}[order] + struct.pack(f"{order}I", 8)
    number = len(tags) if count is None else count
    entries = b"".join(struct.pack(f"{order}HHIHH", tag, 3, 1, value, 0) for tag, value in tags)
    return start + struct.pack(f"{order}H", number) + entries


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (tiff((MAKER, 9), (ORIENTATION, 6)), 6),
        (tiff((ORIENTATION, 8), order=">"), 8),
        (tiff((ORIENTATION, 3), (ORIENTATION, 6)), 3),
        (tiff((ORIENTATION, 1)), 1),
        (tiff((ORIENTATION, 0)), 1),
        (tiff((ORIENTATION, 9)), 1),
        (tiff((MAKER, 6)), 1),
        (tiff((ORIENTATION, 6), count=9), 6),
        (tiff((ORIENTATION, 6))[:14], 1),
        (b"II*\0", 1),
        (b"neither", 1),
        (b"", 1),
    ],
)
def test_which_way_is_up(data: bytes, expected: int) -> None:
    """Upright, where it is not said or said wrongly."""
    assert orientation(data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [(tiff((ORIENTATION, 6), (PLACE, 40)), True), (tiff((ORIENTATION, 6)), False), (b"", False)],
)
def test_whether_it_says_where_it_was_taken(data: bytes, *, expected: bool) -> None:
    assert has_place(data) is expected


@pytest.mark.parametrize(
    ("way", "size"), [(1, (40, 30)), (4, (40, 30)), (5, (30, 40)), (8, (30, 40))]
)
def test_a_photo_that_lies_on_its_side_has_its_sides_swapped(
    way: int, size: tuple[int, int]
) -> None:
    assert upright_size(way, 40, 30) == size
