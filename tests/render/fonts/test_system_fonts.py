"""Fonts of the system are found by name, and read only where they are needed."""

from pathlib import Path

import pytest

from deckgen.fonts.face import FaceKey
from deckgen.fonts.font_files import read_font
from deckgen.render.fonts.system_fonts import (
    FontFile,
    faces_to_draw_with,
    font_data,
    font_folders,
    font_index,
)
from tests.render.fonts.small_fonts import BOLD, BOLD_ITALIC, ITALIC, collection, face, put


def test_faces_are_found_by_family_and_style_in_any_language(tmp_path: Path) -> None:
    put(
        tmp_path,
        stadt_ttf=face("Stadt Sans", "Stadtschrift"),
        sub__deeper__fett_ttf=face("Stadt Sans", style=BOLD),
        kursiv_ttf=face("Stadt Sans", style=ITALIC),
        beides_ttf=face("Stadt Sans", style=BOLD_ITALIC),
    )
    index = font_index([str(tmp_path)])
    assert {key: Path(file.path).stem for key, file in index.items()} == {
        ("stadt sans", False, False): "stadt",
        ("stadtschrift", False, False): "stadt",
        ("stadt sans", True, False): "fett",
        ("stadt sans", False, True): "kursiv",
        ("stadt sans", True, True): "beides",
    }


def test_of_the_brands_own_fonts_those_of_the_family_are_drawn_with() -> None:
    own: dict[FaceKey, bytes] = {
        ("Stadt Sans", False, False): b"regular",
        ("Stadt Sans", True, False): b"bold",
        ("Other", False, False): b"other",
    }
    drawn = faces_to_draw_with(["stadt sans"], {}, own)
    assert [(each.bold, each.data) for each in drawn] == [(False, b"regular"), (True, b"bold")]


def test_the_plainest_of_several_faces_is_taken(tmp_path: Path) -> None:
    put(
        tmp_path,
        a_ttf=face("Stadt", weight=300),
        b_ttf=face("Stadt", weight=400, width=3),
        c_ttf=face("Stadt"),
        d_ttf=face("Stadt", weight=500),
    )
    (found,) = font_index([str(tmp_path)]).values()
    assert Path(found.path).name == "c.ttf"


def test_a_face_of_a_collection_comes_as_a_file_of_its_own(tmp_path: Path) -> None:
    put(tmp_path, all_ttc=collection(face("One", draws="A"), face("Two", style=BOLD, draws="V")))
    index = font_index([str(tmp_path)])
    assert set(index) == {("one", False, False), ("two", True, False)}
    data = font_data(index["two", True, False])
    assert data is not None
    (name, _, _), found = read_font(data)
    assert (name, found.widths) == ("Two", {"V": 600})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"ttcf",
        b"ttcf" + b"\xff" * 100,
        b"\x00\x01\x00\x00\xff\xff" + bytes(100),
        face("Stadt")[:200],
        b"<html>",
    ],
    ids=["empty", "cut", "too many faces", "too many tables", "cut in a table", "no font"],
)
def test_what_is_no_font_is_passed_over(tmp_path: Path, data: bytes) -> None:
    put(tmp_path, broken_ttf=data, broken_ttc=data, good_ttf=face("Gut"))
    assert set(font_index([str(tmp_path), str(tmp_path / "missing")])) == {("gut", False, False)}
    assert font_data(FontFile(str(tmp_path / "nowhere.ttf"))) is None


_BRAND: dict[FaceKey, bytes] = {("Calibri", False, False): b"own", ("Calibri", True, False): b"b"}


@pytest.mark.parametrize(
    ("family", "own", "found"),
    [
        ("Calibri", {}, [("carlito", False), ("carlito-bold", True)]),
        ("CALIBRI", {}, [("carlito", False), ("carlito-bold", True)]),
        ("Stadt", {}, [("stadt", False)]),
        # What a brand brings comes first, even if the system has the font.
        ("Calibri", _BRAND, [("own", False), ("b", True)]),
        # What nobody has is drawn with something like it.
        ("Erfunden", {}, [("liberation", False)]),
        ("Erfunden Mono", {}, [("mono", False)]),
    ],
)
def test_what_a_family_is_drawn_with(
    tmp_path: Path, family: str, own: dict[FaceKey, bytes], found: list[tuple[str, bool]]
) -> None:
    files = {
        "carlito": face("Carlito"),
        "carlito-bold": face("Carlito", style=BOLD),
        "liberation": face("Liberation Sans"),
        "mono": face("Liberation Mono"),
        "stadt": face("Stadt"),
    }
    put(tmp_path, **{f"{name}_ttf": data for name, data in files.items()})
    named = {data: name for name, data in files.items()} | {b"own": "own", b"b": "b"}
    faces = list(faces_to_draw_with([family], font_index([str(tmp_path)]), own))
    assert [(named[each.data], each.bold) for each in faces] == found
    assert {each.family for each in faces} == {family}


def test_a_machine_without_fonts_has_none() -> None:
    assert list(faces_to_draw_with(["Calibri"], {}, {})) == []


@pytest.mark.parametrize(
    ("platform", "environment", "some"),
    [
        (
            "win32",
            {"HOME": "h", "WINDIR": r"D:\Windows", "LOCALAPPDATA": r"C:\Users\a\AppData\Local"},
            [r"D:\Windows\Fonts", r"C:\Users\a\AppData\Local\Microsoft\Windows\Fonts"],
        ),
        ("win32", {"HOME": "h"}, [r"C:\Windows\Fonts"]),
        (
            "darwin",
            {"HOME": "/Users/a"},
            ["/System/Library/Fonts", "/Library/Fonts", "/Users/a/Library/Fonts"],
        ),
        ("linux", {"HOME": "/h"}, ["/usr/share/fonts", "/h/.local/share/fonts", "/h/.fonts"]),
        (
            "linux",
            {"HOME": "/h", "XDG_DATA_HOME": "/data", "XDG_DATA_DIRS": "/more:relative"},
            ["/usr/share/fonts", "/more/fonts", "/data/fonts"],
        ),
    ],
)
def test_where_systems_have_their_fonts(
    platform: str, environment: dict[str, str], some: list[str]
) -> None:
    found = font_folders(platform, environment)
    assert [folder for folder in found if folder in some] == some
    assert not [folder for folder in found if folder.startswith("relative")]
