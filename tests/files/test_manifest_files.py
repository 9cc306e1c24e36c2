"""A manifest is read as it was written; one that is not ours or damaged tells nothing."""

from pathlib import Path

import pytest

from deckgen.files.manifest_files import read_manifest, write_manifest
from deckgen.files.workspace import Workspace


def test_a_manifest_comes_back(tmp_path: Path) -> None:
    files = Workspace(str(tmp_path))
    write_manifest(files, "made.json", 3, {"decks": ["Größe \udc80.pptx"]})
    assert read_manifest(files, "made.json", 3) == {"form": 3, "decks": ["Größe \udc80.pptx"]}
    assert read_manifest(files, "made.json", 4) == {}


@pytest.mark.parametrize("data", [None, b"", b"[3]", b"{}", b'{"form": 3', b"[" * 9_999])
def test_another_manifest_tells_nothing(data: bytes | None, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / "made.json").write_bytes(data)
    assert read_manifest(Workspace(str(tmp_path)), "made.json", 3) == {}


def test_a_manifest_that_cannot_be_written_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "made.json").mkdir()
    write_manifest(Workspace(str(tmp_path)), "made.json", 3, {})
    assert [*tmp_path.iterdir()] == [tmp_path / "made.json"]
