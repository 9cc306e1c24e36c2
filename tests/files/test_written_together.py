"""Several files are replaced together, or none of them."""

from pathlib import Path

import pytest

from deckgen.files.workspace import WorkspaceError
from deckgen.files.written_together import FileChange, write_together


def test_files_are_replaced_and_made(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "new" / "two.txt"
    one.write_bytes(b"1")
    write_together({str(one): FileChange(b"1", b"one"), str(two): FileChange(None, b"two")})
    assert (one.read_bytes(), two.read_bytes()) == (b"one", b"two")
    assert not list(tmp_path.glob("**/.deckgen*"))


def test_nothing_is_written_if_somebody_saved_one_meanwhile(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_bytes(b"1")
    two.write_bytes(b"theirs")
    with pytest.raises(WorkspaceError) as problem:
        write_together({str(one): FileChange(b"1", b"one"), str(two): FileChange(b"2", b"two")})
    assert problem.value.code == "changed-meanwhile"
    assert (one.read_bytes(), two.read_bytes()) == (b"1", b"theirs")


def test_nothing_is_written_if_another_cannot_be(tmp_path: Path) -> None:
    one, folder = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_bytes(b"1")
    folder.mkdir()
    with pytest.raises(WorkspaceError):
        write_together({str(one): FileChange(b"1", b"one"), str(folder): FileChange(None, b"2")})
    assert one.read_bytes() == b"1"
    assert not list(tmp_path.glob("**/.deckgen*"))
