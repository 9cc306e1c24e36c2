"""Several files are replaced together, or none of them."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

import deckgen
from deckgen.files.workspace import WorkspaceError
from deckgen.files.written_together import FileChange, write_together


def test_files_are_replaced_and_made(tmp_path: Path) -> None:
    write_together(_two(tmp_path))
    assert _state(tmp_path) == {"one.csv": b"one", "new/two.txt": b"two"}


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


def _two(folder: Path) -> dict[str, FileChange]:
    """Lay out a file to be changed, and one to be made; return the changes."""
    one, two = folder / "one.csv", folder / "new" / "two.txt"
    one.write_bytes(b"1")
    return {str(one): FileChange(b"1", b"one"), str(two): FileChange(None, b"two")}


def _state(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


BEFORE = {"one.csv": b"1"}


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.EACCES, "it is not permitted"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EBUSY, "another program has it open"),
        (errno.ENOSPC, "the disk is full"),
    ],
)
def test_what_is_replaced_already_is_set_back_when_the_last_cannot_be(
    number: int, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes, replace = _two(tmp_path), os.replace

    def refuse(source: str, target: str) -> None:
        if target.endswith("one.csv"):
            raise OSError(number, os.strerror(number), target)
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(WorkspaceError, match=message) as problem:
        write_together(changes)
    assert problem.value.hint.endswith("Nothing was written; try it again then.")
    assert _state(tmp_path) == BEFORE
    assert not (tmp_path / "new").exists()


def test_what_cannot_be_set_back_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two, replace = tmp_path / "one.txt", tmp_path / "two.txt", os.replace
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    targets: list[str] = []

    def once(source: str, target: str) -> None:
        targets.append(target)
        if len(targets) > 1:
            raise OSError(errno.EBUSY, "busy", target)
        replace(source, target)

    monkeypatch.setattr(os, "replace", once)
    with pytest.raises(WorkspaceError, match=r"one\.txt could not be set back") as problem:
        write_together({str(one): FileChange(b"1", b"one"), str(two): FileChange(b"2", b"two")})
    assert problem.value.code == "half-written"
    assert _state(tmp_path) == {"one.txt": b"one", "two.txt": b"2"}


def test_an_interruption_sets_back_what_was_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes, replace = _two(tmp_path), os.replace

    def interrupted(source: str, target: str) -> None:
        replace(source, target)
        if target.endswith("one.csv") and Path(target).read_bytes() == b"one":
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_together(changes)
    assert _state(tmp_path) == BEFORE


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are of POSIX")
def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    code = (
        "import resource, sys\n"
        "from deckgen.files.workspace import WorkspaceError\n"
        "from deckgen.files.written_together import FileChange, write_together\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    write_together({'one.csv': FileChange(b'1', b'one'),"
        " 'two.txt': FileChange(None, b'x' * 5000)})\n"
        "except WorkspaceError as problem:\n"
        "    print(problem.message)\n"
    )
    _two(tmp_path)
    ran = _python(code, tmp_path)
    assert ran.stdout == "two.txt cannot be written: file too large.\n"
    assert _state(tmp_path) == BEFORE


def test_a_process_that_is_killed_leaves_what_can_be_written_again(tmp_path: Path) -> None:
    code = (
        "import os\n"
        "from deckgen.files.written_together import FileChange, write_together\n"
        "replace = os.replace\n"
        "def killed(source, target):\n"
        "    if target.endswith('one.csv'):\n"
        "        os._exit(9)\n"
        "    replace(source, target)\n"
        "os.replace = killed\n"
        "write_together({'one.csv': FileChange(b'1', b'one'),"
        " 'new/two.txt': FileChange(None, b'two')})\n"
    )
    changes = _two(tmp_path)
    assert _python(code, tmp_path).returncode == 9
    left = {name: data for name, data in _state(tmp_path).items() if ".deckgen-" not in name}
    assert left == {**BEFORE, "new/two.txt": b"two"}  # the file that names others comes last
    one = next(iter(changes))
    write_together({one: changes[one]})
    assert (tmp_path / "one.csv").read_bytes() == b"one"


@pytest.mark.parametrize("mark", ["~$one.csv", ".~lock.one.csv#"])
def test_a_table_that_is_open_stays_as_it_is(mark: str, tmp_path: Path) -> None:
    changes = _two(tmp_path)
    (tmp_path / mark).touch()
    with pytest.raises(WorkspaceError, match="is open in another program") as problem:
        write_together(changes)
    assert mark in problem.value.hint
    assert _state(tmp_path) == {**BEFORE, mark: b""}


def test_links_are_followed_and_permissions_stay(tmp_path: Path) -> None:
    changes = _two(tmp_path)
    one, real = tmp_path / "one.csv", tmp_path / "real.csv"
    one.rename(real)
    real.chmod(0o640)
    one.symlink_to(real)
    write_together(changes)
    assert (one.is_symlink(), real.read_bytes()) == (True, b"one")
    assert real.stat().st_mode & 0o777 == 0o640


def _python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(deckgen.__file__).parents[1])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
