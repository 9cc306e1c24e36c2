"""A pack on the disk: whole or not at all, and nothing of anybody's is ever lost."""

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.files.overwriting import OverwritePolicy
from deckgen.files.workspace import WorkspaceError
from deckgen.pack.pack_folder import check_pack_folder, write_pack
from deckgen.pack.text_files import CHECKSUM_FILE, checksums
from deckgen.seal.seal import seal_file
from tests.sampled import sampled

OLD = {"talk.pptx": seal_file(b"old deck\n"), "README.txt": b"old words"}
NEW = {"talk.pptx": seal_file(b"new deck\n"), "talk.pdf": b"new pdf", "README.txt": b"new words"}
OURS_ONLY, ANY = OverwritePolicy(), OverwritePolicy(overwrite=True)


def with_sums(files: dict[str, bytes]) -> dict[str, bytes]:
    return {**files, CHECKSUM_FILE: checksums(files)}


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    write_pack(str(tmp_path / "stick" / "talk"), with_sums(OLD), OURS_ONLY)
    return tmp_path / "stick" / "talk"


def test_a_pack_is_written_and_the_next_takes_its_place(packed: Path) -> None:
    assert held(packed) == with_sums(OLD)
    (packed / "Thumbs.db").write_bytes(b"what Windows leaves everywhere")
    write_pack(str(packed), with_sums(NEW), OURS_ONLY)
    assert held(packed) == with_sums(NEW)
    assert [path.name for path in packed.parent.iterdir()] == ["talk"]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="needs sha256sum")
def test_its_checksums_are_those_that_sha256sum_reads(packed: Path) -> None:
    ran = subprocess.run(
        ["sha256sum", "-c", CHECKSUM_FILE], cwd=packed, capture_output=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (0, b"README.txt: OK\ntalk.pptx: OK\n")


def by_hand(folder: Path) -> None:
    (folder / "talk.pptx").write_bytes(b"edited at the venue")


def more(folder: Path) -> None:
    (folder / "film.mp4").write_bytes(b"put there by hand")


def a_folder_in_it(folder: Path) -> None:
    (folder / "pictures").mkdir()


def no_sums(folder: Path) -> None:
    (folder / CHECKSUM_FILE).unlink()


def of_others(folder: Path) -> None:
    (folder / "talk.pptx").write_bytes(b"not of deckgen")
    files = {
        path.name: path.read_bytes() for path in folder.iterdir() if path.name != CHECKSUM_FILE
    }
    (folder / CHECKSUM_FILE).write_bytes(checksums(files))


def open_deck(folder: Path) -> None:
    (folder / "~$talk.pptx").write_bytes(b"who has it open")


@pytest.mark.parametrize(
    ("act", "code", "named"),
    sampled(
        [
            (by_hand, "pack-changed", "talk.pptx"),
            (more, "pack-changed", "film.mp4"),
            (a_folder_in_it, "pack-changed", "pictures"),
            (of_others, "pack-changed", "nothing in it shows that this deckgen wrote it"),
            (no_sums, "not-a-pack", "stick"),
            (open_deck, "locked", "talk.pptx is open"),
        ],
        every=2,
    ),
)
def test_what_somebody_changed_is_left_alone(
    act: Callable[[Path], None], code: str, named: str, packed: Path
) -> None:
    act(packed)
    before = held(packed)
    with pytest.raises(WorkspaceError, match=named) as raised:
        write_pack(str(packed), with_sums(NEW), OURS_ONLY)
    assert raised.value.code == code
    assert held(packed) == before
    assert [path.name for path in packed.parent.iterdir()] == ["talk"]


@pytest.mark.parametrize("act", sampled([by_hand, more, a_folder_in_it, of_others], every=2))
def test_what_somebody_changed_is_kept_when_it_is_to_be_replaced(
    act: Callable[[Path], None], packed: Path
) -> None:
    act(packed)
    before = held(packed)
    kept = packed.with_name("talk.by-hand")
    assert write_pack(str(packed), with_sums(NEW), ANY) == str(kept)
    assert (held(packed), held(kept)) == (with_sums(NEW), before)
    assert write_pack(str(packed), with_sums(OLD), ANY) is None


@pytest.mark.parametrize("act", [no_sums, open_deck])
def test_a_folder_that_is_no_pack_or_is_open_is_left_whatever_is_asked(
    act: Callable[[Path], None], packed: Path
) -> None:
    act(packed)
    before = held(packed)
    with pytest.raises(WorkspaceError):
        write_pack(str(packed), with_sums(NEW), ANY)
    assert held(packed) == before


def test_a_pack_that_holds_what_is_read_is_left(packed: Path) -> None:
    reads = OverwritePolicy([str(packed / "talk.pptx")], overwrite=True)
    with pytest.raises(WorkspaceError, match="files that are read to make this"):
        write_pack(str(packed), with_sums(NEW), reads)
    assert held(packed) == with_sums(OLD)


def test_an_empty_folder_and_none_are_places_for_a_pack(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "new", "deep/new"):
        check_pack_folder(str(tmp_path / name), OURS_ONLY)
        write_pack(str(tmp_path / name), with_sums(NEW), OURS_ONLY)
        assert held(tmp_path / name) == with_sums(NEW)


def test_a_file_is_no_place_for_a_pack(tmp_path: Path) -> None:
    (tmp_path / "talk").write_bytes(b"mine")
    with pytest.raises(WorkspaceError, match="is no folder"):
        write_pack(str(tmp_path / "talk"), with_sums(NEW), OURS_ONLY)
    assert held(tmp_path) == {"talk": b"mine"}


@pytest.mark.parametrize(
    ("error", "code"),
    [(errno.ENOSPC, "disk-full"), (errno.EROFS, "not-writable"), (errno.EACCES, "not-writable")],
)
def test_when_the_disk_fails_the_old_pack_stays_and_nothing_else(
    error: int, code: str, packed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, count = os.replace, 0

    def failing_at_the_second(temporary: str, path: str) -> None:
        nonlocal count
        count += 1
        if count == 2:
            raise OSError(error, os.strerror(error))
        replace(temporary, path)

    monkeypatch.setattr(os, "replace", failing_at_the_second)
    with pytest.raises(WorkspaceError) as raised:
        write_pack(str(packed), with_sums(NEW), OURS_ONLY)
    assert raised.value.code == code
    assert held(packed) == with_sums(OLD)
    assert [path.name for path in packed.parent.iterdir()] == ["talk"]


@pytest.mark.parametrize("failing", [1, 2], ids=["the old one is held", "the new one is refused"])
def test_when_the_folder_cannot_be_replaced_the_old_pack_stays(
    failing: int, packed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, count = os.rename, 0

    def failing_once(source: str, target: str) -> None:
        nonlocal count
        count += 1
        if count == failing:
            raise PermissionError(errno.EACCES, "Permission denied")
        rename(source, target)

    monkeypatch.setattr(os, "rename", failing_once)
    with pytest.raises(WorkspaceError, match="cannot be replaced: it is not permitted"):
        write_pack(str(packed), with_sums(NEW), OURS_ONLY)
    assert held(packed) == with_sums(OLD)
    assert [path.name for path in packed.parent.iterdir()] == ["talk"]


def test_what_is_changed_while_the_new_pack_takes_its_place_stays(
    packed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = os.rename

    def edited(source: str, target: str) -> None:
        rename(source, target)
        if source == str(packed):
            Path(target, "talk.pptx").write_bytes(b"edited")
            monkeypatch.undo()

    monkeypatch.setattr(os, "rename", edited)
    with pytest.raises(WorkspaceError, match="was changed"):
        write_pack(str(packed), with_sums(NEW), OURS_ONLY)
    assert (packed / "talk.pptx").read_bytes() == b"edited"
    assert [path.name for path in packed.parent.iterdir()] == ["talk"]


KILLED = """
import os, sys
from tests.pack.test_pack_folder import NEW, OURS_ONLY, with_sums, write_pack
at, count = int(sys.argv[2]), 0

def dying(act):
    def done(*arguments, **named):
        global count
        count += 1
        if count == at:
            os._exit(9)
        return act(*arguments, **named)
    return done

os.rename = dying(os.rename)
os.rmdir = dying(os.rmdir)
os.unlink = dying(os.unlink)
write_pack(sys.argv[1], with_sums(NEW), OURS_ONLY)
"""


@pytest.mark.slow
def test_killed_at_any_moment_a_whole_pack_is_there(packed: Path) -> None:
    """Between the two renames it has another name, and the next run gives it its own back."""
    for at in range(1, 20):
        ran = subprocess.run(
            [sys.executable, "-c", KILLED, str(packed), str(at)],
            cwd=Path(__file__).parents[2],
            check=False,
        )
        if not packed.exists():
            assert held(packed.with_name("talk.deckgen-before")) == with_sums(OLD)
        else:
            assert held(packed) in (with_sums(OLD), with_sums(NEW)), at
        write_pack(str(packed), with_sums(OLD), OURS_ONLY)
        assert held(packed) == with_sums(OLD)
        if ran.returncode == 0:
            break
    assert ran.returncode == 0
    assert at > 3


def test_what_a_killed_run_left_is_swept_once_it_is_old(packed: Path) -> None:
    old, young = (packed.parent / f".deckgen-pack-{digit * 16}" for digit in "01")
    for left in (old, young):
        left.mkdir()
        (left / "talk.pptx").write_bytes(b"half")
    hours_ago = time.time() - 7200
    os.utime(old, (hours_ago, hours_ago))
    write_pack(str(packed), with_sums(NEW), OURS_ONLY)
    assert {path.name for path in packed.parent.iterdir()} == {"talk", young.name}
