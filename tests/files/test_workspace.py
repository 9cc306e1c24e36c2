"""The door to the disk: what it refuses to read, and that a file is the old one or the new one."""

import errno
import os
import stat
from pathlib import Path

import pytest

from deckgen.files.workspace import (
    LARGEST_FILE,
    Workspace,
    WorkspaceError,
    read_file,
    write_atomically,
)

no_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="root may do everything: run the tests as an ordinary user",
)


def refused(files: Workspace, name: str) -> tuple[str, str]:
    with pytest.raises(WorkspaceError) as caught:
        files.read(name)
    return caught.value.code, caught.value.hint


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/x.yaml").write_bytes(b"x")
    assert Workspace(tmp_path).read("a/x.yaml") == b"x"
    assert Workspace(tmp_path / "a").read("../a/x.yaml") == b"x"


def test_what_is_not_read(tmp_path: Path) -> None:
    root = tmp_path / "talk"
    root.mkdir()
    (tmp_path / "secret").write_bytes(b"x")
    (root / "slides.yaml").write_bytes(b"x")
    (root / "link").symlink_to(tmp_path / "secret")
    (root / "circle").symlink_to(root / "circle")
    os.mkfifo(root / "pipe")
    files = Workspace(root)
    assert refused(files, "slide.yaml") == ("missing-file", "Did you mean slides.yaml?")
    assert refused(files, "none/x")[0] == "missing-file"
    assert refused(files, "slides.yaml/x")[0] == "missing-file"
    assert refused(files, "a\0b")[0] == "missing-file"
    assert refused(files, ".") == ("is-a-directory", "Did you mean ./slides.yaml?")
    assert refused(files, "../secret")[0] == "outside-folder"
    assert refused(files, str(tmp_path / "secret"))[0] == "outside-folder"
    assert refused(files, "link")[0] == "outside-folder"
    assert refused(files, "pipe")[0] == "unreadable"
    assert refused(files, "circle")[0] == "unreadable"


def test_a_device_is_not_read() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("needs a system with /dev/zero")
    with pytest.raises(WorkspaceError) as caught:
        read_file(Path("/dev/zero"))
    assert caught.value.code == "unreadable"


def test_a_file_of_more_than_50_mb_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "big").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert refused(Workspace(tmp_path), "big")[0] == "too-large"


@pytest.mark.slow
def test_a_film_may_be_larger(tmp_path: Path) -> None:
    for name in ("film.mp4", "FILM.MOV", "sound.wav"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(LARGEST_FILE + 1)
        assert len(Workspace(tmp_path).read(name)) == LARGEST_FILE + 1


@no_root
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x")
    (tmp_path / "x").chmod(0)
    assert refused(Workspace(tmp_path), "x")[0] == "unreadable"


def test_writing_makes_folders_and_replaces(tmp_path: Path) -> None:
    deck = tmp_path / "build/deck.pptx"
    assert write_atomically(deck, b"1") == os.path.realpath(deck)
    write_atomically(deck, b"2")
    assert deck.read_bytes() == b"2"
    assert [entry.name for entry in (tmp_path / "build").iterdir()] == ["deck.pptx"]


def test_an_existing_file_keeps_its_permissions_and_a_link_its_target(tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(b"old")
    deck.chmod(0o640)
    (tmp_path / "link").symlink_to(deck)
    write_atomically(tmp_path / "link", b"new")
    assert deck.read_bytes() == b"new"
    assert stat.S_IMODE(deck.stat().st_mode) == 0o640
    assert (tmp_path / "link").is_symlink()


@pytest.mark.parametrize(
    ("error", "neighbour", "code"),
    [
        (errno.ENOSPC, "deck.pptx", "disk-full"),
        (errno.EACCES, "deck.pptx", "not-writable"),
        (errno.EROFS, "deck.pptx", "not-writable"),
        (errno.EBUSY, "deck.pptx", "locked"),
        (errno.EACCES, "~$deck.pptx", "locked"),
    ],
)
def test_when_replacing_fails_the_old_file_stays_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, neighbour: str, code: str
) -> None:
    (tmp_path / "deck.pptx").write_bytes(b"old")
    (tmp_path / neighbour).write_bytes(b"old")

    def failing(*_: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(WorkspaceError) as caught:
        write_atomically(tmp_path / "deck.pptx", b"new")
    assert caught.value.code == code
    assert (tmp_path / "deck.pptx").read_bytes() == b"old"
    assert {entry.name for entry in tmp_path.iterdir()} == {"deck.pptx", neighbour}


def test_a_folder_in_the_place_of_a_file_says_what_lies_in_it(tmp_path: Path) -> None:
    for name in ("slides.yaml", "brand.yaml", "old.pptx", "logo.svg"):
        (tmp_path / "talk" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "talk" / name).write_bytes(b"x")
    said = "Give the name of a file in it: slides.yaml, brand.yaml, old.pptx."
    assert refused(Workspace(tmp_path), "talk") == ("is-a-directory", said)


def test_a_folder_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as caught:
        write_atomically(tmp_path, b"")
    assert caught.value.code == "is-a-directory"


@pytest.mark.parametrize("name", ["a" * 300 + ".pptx", "a" * 300 + "/deck.pptx"])
def test_a_name_that_is_too_long_for_the_system(name: str, tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as written:
        write_atomically(tmp_path / name, b"")
    with pytest.raises(WorkspaceError) as read:
        Workspace(tmp_path).read(name)
    assert {written.value.hint, read.value.hint} == {"Choose a shorter name."}


def test_a_file_where_a_folder_must_be(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"")
    with pytest.raises(WorkspaceError) as caught:
        write_atomically(tmp_path / "build/deck.pptx", b"")
    assert caught.value.code == "not-writable"


@no_root
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(WorkspaceError) as caught:
        write_atomically(tmp_path / "deck.pptx", b"")
    assert caught.value.code == "not-writable"


def test_what_a_killed_run_left_is_swept_once_it_is_old(tmp_path: Path) -> None:
    names = [".deckgen-" + "0" * 16, ".deckgen-" + "1" * 16, ".deckgen-built.json", "gera.pptx"]
    (tmp_path / f".deckgen-{'2' * 16}" / "images").mkdir(parents=True)
    for name in names:
        (tmp_path / name).write_bytes(b"")
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0))
    os.utime(tmp_path / names[1])
    Workspace(tmp_path).sweep("")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names[1:])
    Workspace(tmp_path).sweep("nowhere")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("slide.yaml", "slides.yaml"),
        ("slides.yml", "slides.yaml"),
        ("Slides", "slides.yaml"),
        ("market.jpg", "market.png"),
        ("nope.yaml", None),
    ],
)
def test_a_file_that_was_probably_meant(asked: str, meant: str | None, tmp_path: Path) -> None:
    for name in ("slides.yaml", "brand.yaml", "market.png"):
        (tmp_path / name).write_bytes(b"x")
    _, hint = refused(Workspace(tmp_path), asked)
    if meant:
        assert hint == f"Did you mean {meant}?"
    else:
        assert hint.startswith("Check the name")


@pytest.mark.slow
def test_folders_as_deep_as_a_path_can_be(tmp_path: Path) -> None:
    deep = "a/" * ((4000 - len(str(tmp_path))) // 2 - 50)
    hint = "Choose a shorter name."
    try:
        assert Path(write_atomically(f"{tmp_path}/{deep}x", b"x")).read_bytes() == b"x"
    except WorkspaceError as problem:  # on systems with shorter paths
        hint = problem.hint or ""
    finally:
        for name in [f"{deep}x", *(deep[: at + 1] for at in range(len(deep) - 1, 0, -2))]:
            path = tmp_path / name
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink(missing_ok=True)
    assert hint == "Choose a shorter name."
