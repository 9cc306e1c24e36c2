"""Folders that are written whole or not at all, also where that is interrupted."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deckgen.files.atomic_folder import put_in_place, remove_folder, write_new_folder
from deckgen.files.disk_errors import WorkspaceError

FILES = {"slides.yaml": b"a", "assets/logo.svg": b"b", "towns/gera.yaml": b"c"}
STOPS = [KeyboardInterrupt(), OSError(errno.EACCES, "no")]


def _at(number: int, stop: BaseException, call: Callable[..., Any], *, after: bool) -> Any:
    """Return a function that raises at its call of this number, before or after its work."""
    calls = iter(range(1, 1000))

    def stopped(*arguments: Any, **options: Any) -> Any:
        is_it = next(calls) == number
        if is_it and not after:
            raise stop
        result = call(*arguments, **options)
        if is_it:
            raise stop
        return result

    return stopped


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize(
    ("stop", "after"), [(STOPS[0], False), (STOPS[0], True), (STOPS[1], False)]
)
def test_an_empty_folder_is_filled_or_stays_empty(
    number: int,
    stop: BaseException,
    *,
    after: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    talk = tmp_path / "talk"
    talk.mkdir()
    monkeypatch.setattr(os, "rename", _at(number, stop, os.rename, after=after))
    with pytest.raises((KeyboardInterrupt, WorkspaceError)):
        write_new_folder(str(talk), FILES)
    assert list(tmp_path.rglob("*")) == [talk]
    write_new_folder(str(talk), FILES)
    assert {name: (talk / name).read_bytes() for name in FILES} == FILES


def test_what_is_removed_is_removed_before_an_interruption(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_new_folder(str(tmp_path / "old"), FILES)
    interrupted = _at(1, KeyboardInterrupt(), shutil.rmtree, after=False)
    monkeypatch.setattr(shutil, "rmtree", interrupted)
    with pytest.raises(KeyboardInterrupt):
        remove_folder(str(tmp_path / "old"))
    assert list(tmp_path.iterdir()) == []


def test_an_older_folder_is_kept_by_the_next_name_that_is_free(tmp_path: Path) -> None:
    talk = str(tmp_path / "talk")
    kept = []
    for number in range(4):
        write_new_folder(f"{talk}-new", {"a": b"%d" % number})
        if number == 0:
            Path(f"{talk}-new").rename(talk)
        else:
            kept.append(put_in_place(f"{talk}-new", talk, ".old") or "")
    assert kept == [f"{talk}.old", f"{talk}.old-2", f"{talk}.old-3"]
    assert [Path(name, "a").read_bytes() for name in [*kept, talk]] == [b"0", b"1", b"2", b"3"]
