"""Somebody saves, or the disk fails, in the moment in which a file is replaced."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from deckgen.files.overwriting import OverwritePolicy, check_replaceable, write_output
from deckgen.files.workspace import WorkspaceError
from deckgen.seal.seal import seal_file

WORK, OURS, NEW = b"somebody's work", seal_file(b"ours\n"), seal_file(b"new\n")


def test_a_file_that_appears_in_the_last_moment_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "notes.md"
    link = os.link

    def somebody_is_quicker(source: str, name: str) -> None:
        target.write_bytes(WORK)
        link(source, name)

    monkeypatch.setattr(os, "link", somebody_is_quicker)
    with pytest.raises(WorkspaceError, match="was not written by deckgen"):
        write_output(str(target), NEW, OverwritePolicy())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("notes.md", WORK)]


def test_what_is_saved_while_it_is_replaced_is_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "notes.md"
    target.write_bytes(WORK)
    link = os.link

    def saved_once_more(source: str, name: str) -> None:
        monkeypatch.setattr(os, "link", link)
        link(source, name)
        (tmp_path / "saving").write_bytes(WORK + b", and more")
        (tmp_path / "saving").replace(target)

    monkeypatch.setattr(os, "link", saved_once_more)
    write_output(str(target), NEW, OverwritePolicy(overwrite=True))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "notes.md": NEW,
        "notes.by-hand.md": WORK + b", and more",
    }


def no_second_names(source: str, name: str) -> None:
    raise OSError(errno.EPERM, "Operation not permitted", source, None, name)


def test_a_disk_that_knows_no_second_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_second_names)
    target = tmp_path / "notes.md"
    assert write_output(str(target), OURS, OverwritePolicy()) is None
    assert write_output(str(target), NEW, OverwritePolicy()) is None
    target.write_bytes(WORK)
    kept = write_output(str(target), OURS, OverwritePolicy(overwrite=True))
    assert kept == str(tmp_path / "notes.by-hand.md")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "notes.md": OURS,
        "notes.by-hand.md": WORK,
    }


@pytest.mark.parametrize("failing", ["copystat", "replace"])
def test_when_it_cannot_be_kept_or_replaced_all_is_as_it_was(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "notes.md"
    target.write_bytes(WORK)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "link", no_second_names)
    monkeypatch.setattr(shutil if failing == "copystat" else os, failing, full)
    with pytest.raises(WorkspaceError, match="the disk is full"):
        write_output(str(target), NEW, OverwritePolicy(overwrite=True))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("notes.md", WORK)]


def test_what_cannot_be_written_is_known_before_it_is_made(tmp_path: Path) -> None:
    target = tmp_path / "notes.md"
    check_replaceable(str(target), OverwritePolicy())
    target.write_bytes(WORK)
    with pytest.raises(WorkspaceError, match="was not written by deckgen"):
        check_replaceable(str(target), OverwritePolicy())
    check_replaceable(str(target), OverwritePolicy(overwrite=True))
