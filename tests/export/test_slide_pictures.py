"""Pictures in a folder: their names, what is removed, and what never is."""

import io
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from deckgen.export.slide_pictures import (
    MANIFEST,
    PictureSlide,
    RenderJob,
    WrittenPictures,
    contact_sheet,
    picture_names,
    sheet_grid,
    write_pictures,
)
from deckgen.files.overwriting import OverwritePolicy
from deckgen.files.workspace import WorkspaceError
from deckgen.render.renderer import Feature, RenderingError, SlideImage
from tests.sampled import sampled


def page(number: int, width: int) -> SlideImage:
    picture, height = io.BytesIO(), width * 9 // 16
    Image.new("RGB", (width, height), (number * 5 % 256, 90, 90)).save(picture, "PNG")
    return SlideImage(number, picture.getvalue(), width, height)


class Painter(NamedTuple):
    """A renderer of plain pages, which may fail at one of them."""

    fails_at: int = 0
    name: str = "a painter"

    def images(self, deck: bytes, numbers: Sequence[int], width: int) -> Iterator[SlideImage]:
        for number in numbers:
            if number == self.fails_at:
                raise RenderingError("rendering-failed", f"no page of {len(deck)}", "")
            yield page(number, width)

    def differences(self, _deck: bytes) -> dict[int, tuple[Feature, ...]]:
        return {}


def slides(*ids: str) -> list[PictureSlide]:
    return [PictureSlide(at, name) for at, name in enumerate(ids, 1)]


def write(
    folder: Path,
    shown: list[PictureSlide],
    asked: Sequence[int] = (),
    *,
    fails_at: int = 0,
    overwrite: bool = False,
) -> WrittenPictures:
    numbers = tuple(asked) or tuple(one.number for one in shown)
    order = RenderJob(b"deck", numbers, Painter(fails_at), 64)
    done: list[int] = []
    replacing = OverwritePolicy(overwrite=overwrite)
    made = write_pictures(order, shown, str(folder), replacing, done.append)
    assert done == list(range(1, len(numbers) + 1))
    return made


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != MANIFEST)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (slides("cover", "why"), ["01-cover.png", "02-why.png"]),
        (slides("", ""), ["01.png", "02.png"]),
        (slides(*"a" * 100)[98:99] + slides(*"a" * 100)[:1], ["99-a.png", "01-a.png"]),
    ],
)
def test_a_picture_is_named_by_number_and_id(
    shown: list[PictureSlide], expected: list[str]
) -> None:
    assert list(picture_names(shown).values()) == expected


def test_numbers_are_as_wide_as_the_last() -> None:
    assert picture_names(slides(*["a"] * 100))[7] == "007-a.png"


def test_pictures_of_slides_that_are_gone_are_removed(tmp_path: Path) -> None:
    write(tmp_path, slides("cover", "why", "end"))
    made = write(tmp_path, slides("cover", "end"))
    assert names(tmp_path) == ["01-cover.png", "02-end.png"]
    assert made == WrittenPictures(("01-cover.png", "02-end.png"), 2)


def test_nothing_that_somebody_else_made_or_changed_is_removed(tmp_path: Path) -> None:
    (tmp_path / "07-mine.png").write_bytes(b"mine")
    (tmp_path / "notes.txt").write_bytes(b"mine")
    write(tmp_path, slides("cover", "why", "end"))
    (tmp_path / "02-why.png").write_bytes(b"drawn upon")
    assert write(tmp_path, slides("cover")).removed == 1
    assert names(tmp_path) == ["01-cover.png", "02-why.png", "07-mine.png", "notes.txt"]


def test_a_picture_that_somebody_drew_upon_is_not_replaced_nor_is_any_other(tmp_path: Path) -> None:
    write(tmp_path, slides("cover", "why"))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    (tmp_path / "02-why.png").write_bytes(before["02-why.png"] + b"drawn upon")
    with pytest.raises(WorkspaceError, match=r"02-why\.png was "):
        write(tmp_path, slides("cover", "why", "end"))
    assert names(tmp_path) == ["01-cover.png", "02-why.png"]
    made = write(tmp_path, slides("cover", "why", "end"), overwrite=True)
    assert made.kept == (str(tmp_path / "02-why.by-hand.png"),)
    assert (tmp_path / "02-why.png").read_bytes() == before["02-why.png"]
    kept = (tmp_path / "02-why.by-hand.png").read_bytes()
    assert kept == before["02-why.png"] + b"drawn upon"


def test_a_few_slides_leave_the_pictures_of_the_others(tmp_path: Path) -> None:
    write(tmp_path, slides("cover", "why", "end"))
    made = write(tmp_path, slides("cover", "why", "end"), [2])
    assert made == WrittenPictures(("02-why.png",), 0)
    assert len(names(tmp_path)) == 3
    assert write(tmp_path, slides("cover"), [1]).removed == 2, "they were not forgotten"


def test_after_a_failure_the_next_run_still_knows_what_is_ours(tmp_path: Path) -> None:
    write(tmp_path, slides("cover", "old"))
    with pytest.raises(RenderingError):
        write(tmp_path, slides("cover", "new", "end"), fails_at=3)
    assert names(tmp_path) == ["01-cover.png", "02-new.png", "02-old.png"]
    write(tmp_path, slides("cover"))
    assert names(tmp_path) == ["01-cover.png"]


@pytest.mark.parametrize(
    "record",
    [
        "",
        "[]",
        '{"form": 1, "pictures": ["a.png"]}',
        '{"form": 2}',
        '{"form": 2, "pictures": ["../slides.yaml"]}',
        '{"form": 2, "pictures": ["..\\\\a.png"]}',
        '{"form": 2, "pictures": ["a.png"]}',
        '{"form": 2, "pictures": [{"a.png": 1}]}',
        '{"form": 2, "pictures": 1e999}',
        "[" * 100_000,
    ],
)
def test_a_record_that_is_broken_or_forged_removes_nothing(record: str, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (tmp_path / "slides.yaml").write_bytes(b"x")
    (folder / "a.png").write_bytes(b"x")
    (folder / MANIFEST).write_text(record, encoding="utf-8")
    assert write(folder, slides("cover")).removed == 0
    assert (tmp_path / "slides.yaml").exists()
    assert (folder / "a.png").exists()


@pytest.mark.parametrize(
    ("count", "columns"), sampled([(1, 1), (2, 2), (4, 2), (9, 3), (40, 6), (90, 8)], every=6)
)
@pytest.mark.parametrize("width", sampled([320, 2560], every=2))
def test_a_sheet_holds_every_page_within_its_margins(count: int, columns: int, width: int) -> None:
    cell = sheet_grid(count, width).cell
    pages = [page(0, cell)] * count
    with Image.open(io.BytesIO(contact_sheet(pages, width))) as sheet:
        assert sheet.width == width
        through_the_first_row = round(width * 0.03) + pages[0].height // 2
        line = [sheet.getpixel((at, through_the_first_row)) for at in range(width)]
    runs = [(color == (0, 90, 90), len(list(run))) for color, run in itertools.groupby(line)]
    assert [length for is_page, length in runs if is_page] == [cell] * columns
