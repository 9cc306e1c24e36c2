"""Files that are watched: however an editor saves, one change is told, and none is lost."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest

from deckgen.files.file_watcher import current_digest, file_changes_since
from deckgen.files.tracked_files import TrackedFiles, digest
from deckgen.files.workspace import Workspace, WorkspaceError

pytestmark = pytest.mark.slow

_PATIENCE = 60.0
"""Seconds in which a change must be told; it takes a twentieth of one."""
_GAP = 0.03
"""Seconds between the two halves of a save: longer than it takes to see the first."""
_SILENCE = 0.6
"""Seconds in which nothing may be told where nothing changed."""


class Watched:
    """A folder of files that are watched from another thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told: Queue[frozenset[str]] = Queue()

    def next(self) -> set[str]:
        return {Path(name).name for name in self.told.get(timeout=_PATIENCE)}

    def until_quiet(self) -> list[frozenset[str]]:
        """Return all that is told until nothing was told for a while."""
        told = []
        while True:
            try:
                told.append(self.told.get(timeout=_SILENCE))
            except Empty:
                return told


@contextmanager
def watched(folder: Path, *names: str) -> Iterator[Watched]:
    files = [f"{folder.as_posix()}/{name}" for name in names]
    # Read now, so that no change is taken for the beginning, however late the thread is.
    read: list[dict[str, str | None]] = [{name: current_digest(name) for name in files}]
    stop, watch = threading.Event(), Watched(folder)

    def run() -> None:
        unread: dict[str, str | None] = dict.fromkeys(files)
        for changed in file_changes_since(lambda: read.pop() if read else unread, stop):
            watch.told.put(changed)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield watch
    finally:
        stop.set()
        thread.join(_PATIENCE)
    assert not thread.is_alive()


def over(path: Path) -> None:
    path.write_text("new", encoding="utf-8")


def beside_and_renamed(path: Path) -> None:
    other = path.with_name(".slides.yaml.swp4")
    other.write_text("new", encoding="utf-8")
    other.replace(path)


def old_one_kept_as_backup(path: Path) -> None:
    path.rename(path.with_name("slides.yaml~"))
    time.sleep(_GAP)
    path.write_text("new", encoding="utf-8")


def emptied_then_written(path: Path) -> None:
    with path.open("wb") as file:
        time.sleep(_GAP)
        file.write(b"n")
        file.flush()
        file.write(b"ew")


def same_size_and_time(path: Path) -> None:
    """As rsync and `cp -p` do."""
    before = path.stat()
    path.write_text("wen", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def deleted_and_back(path: Path) -> None:
    path.unlink()
    time.sleep(_GAP)
    path.write_text("new", encoding="utf-8")


def folder_replaced(path: Path) -> None:
    """As a checkout in git does."""
    folder = path.parent
    shutil.rmtree(folder)
    time.sleep(_GAP)
    folder.mkdir()
    path.write_text("new", encoding="utf-8")


SAVES = [
    over,
    beside_and_renamed,
    old_one_kept_as_backup,
    emptied_then_written,
    same_size_and_time,
    deleted_and_back,
    folder_replaced,
]


@pytest.mark.parametrize("save", SAVES, ids=lambda save: save.__name__)
def test_one_save_is_one_change(save: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "talk" / "slides.yaml"
    path.parent.mkdir()
    path.write_text("old", encoding="utf-8")
    with watched(tmp_path, "talk/slides.yaml") as watch:
        save(path)
        assert watch.next() == {"slides.yaml"}
        assert watch.until_quiet() == []
        path.write_text("once more", encoding="utf-8")
        assert watch.next() == {"slides.yaml"}


def touched(path: Path) -> None:
    path.touch()


def same_again(path: Path) -> None:
    path.write_text("old", encoding="utf-8")


def neighbour(path: Path) -> None:
    path.with_name("other.yaml").write_text("new", encoding="utf-8")


def backup(path: Path) -> None:
    shutil.copy(path, path.with_name("slides.yaml.bak"))


@pytest.mark.parametrize(
    "act", [touched, same_again, neighbour, backup], ids=lambda act: act.__name__
)
def test_what_changes_no_file_is_no_change(act: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "slides.yaml"
    path.write_text("old", encoding="utf-8")
    with watched(tmp_path, "slides.yaml") as watch:
        act(path)
        assert watch.until_quiet() == []


def test_twenty_saves_in_a_second_are_few_changes_and_the_last_is_told(tmp_path: Path) -> None:
    path = tmp_path / "slides.yaml"
    path.write_text("old", encoding="utf-8")
    held, began = [], time.monotonic()
    with watched(tmp_path, "slides.yaml") as watch:
        for number in range(20):
            path.write_text(f"save {number}", encoding="utf-8")
            time.sleep(0.05)
        saved = time.monotonic() - began
        while True:
            try:
                watch.told.get(timeout=_SILENCE)
            except Empty:
                break
            held.append(path.read_text(encoding="utf-8"))
    assert held[-1] == "save 19"
    # In a burst 0.15 s without a save come first; a machine that is busy makes a burst longer.
    assert 1 < len(held) <= saved / 0.15 + 2


def test_several_files_saved_at_once_are_one_change(tmp_path: Path) -> None:
    names = [f"{number}.yaml" for number in range(5)]
    for name in names:
        (tmp_path / name).write_text("old", encoding="utf-8")
    with watched(tmp_path, *names) as watch:
        for name in names:
            (tmp_path / name).write_text("new", encoding="utf-8")
        assert watch.next() == set(names)
        assert watch.until_quiet() == []


@pytest.mark.parametrize("name", ["picture.png", "pictures/deep/picture.png"])
def test_a_file_that_is_missing_is_waited_for(name: str, tmp_path: Path) -> None:
    with watched(tmp_path, name) as watch:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"picture")
        assert watch.next() == {"picture.png"}
        path.unlink()
        assert watch.next() == {"picture.png"}


def test_a_folder_is_the_names_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "towns"
    folder.mkdir()
    with watched(tmp_path, "towns/") as watch:
        (folder / "gera.yaml").write_text("new", encoding="utf-8")
        watch.told.get(timeout=_PATIENCE)
        (folder / "gera.yaml").write_text("newer", encoding="utf-8")
        assert watch.until_quiet() == []


def test_a_file_behind_a_link_is_watched(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "slides.yaml"
    real.write_text("old", encoding="utf-8")
    (tmp_path / "slides.yaml").symlink_to(real)
    with watched(tmp_path, "slides.yaml") as watch:
        real.write_text("new", encoding="utf-8")
        assert watch.next() == {"slides.yaml"}


def test_a_file_that_must_not_be_read_is_told_once_its_link_is_another(tmp_path: Path) -> None:
    talk, secret = tmp_path / "talk", tmp_path / "secret"
    talk.mkdir()
    secret.write_text("old", encoding="utf-8")
    path = talk / "slides.yaml"
    path.symlink_to(secret)
    files = TrackedFiles(Workspace(talk))
    with pytest.raises(WorkspaceError):
        files.read(str(path))
    read: dict[str, str | None] = {**files.all_digests()}
    stop = threading.Event()
    told = file_changes_since(lambda: read, stop)

    def save() -> None:
        secret.write_text("new", encoding="utf-8")
        time.sleep(_SILENCE)
        path.unlink()
        path.write_text("new", encoding="utf-8")

    saving = threading.Thread(target=save)
    began = time.monotonic()
    saving.start()
    assert next(told) == {str(path)}
    assert time.monotonic() - began >= _SILENCE
    saving.join()
    told.close()


def test_what_is_saved_while_a_deck_is_built_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "slides.yaml"
    path.write_text("saved after it was read", encoding="utf-8")
    read = {str(path): digest(b"read")}
    told = file_changes_since(lambda: read, threading.Event())
    assert next(told) == {str(path)}
    told.close()


def test_a_file_that_nobody_read_again_is_told_once(tmp_path: Path) -> None:
    """The brand of an outline that is broken is not read; its change must not be told for ever."""
    stop = threading.Event()
    path = tmp_path / "brand.yaml"
    path.write_text("new", encoding="utf-8")
    answers: list[dict[str, str | None]] = [{str(path): digest(b"old")}]
    told = file_changes_since(lambda: answers[0], stop)
    assert next(told) == {str(path)}
    answers[0] = {str(path): None}
    threading.Timer(_SILENCE, stop.set).start()
    assert list(told) == []


def test_it_ends_when_it_is_told_to(tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    assert list(file_changes_since(lambda: {str(tmp_path / "slides.yaml"): None}, stop)) == []
