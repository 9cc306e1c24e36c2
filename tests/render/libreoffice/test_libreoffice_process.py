"""The guard: a program is run so that nothing of it is left, however it ends.

The programs here are small scripts; what LibreOffice does stands in tests/export.
"""

import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from deckgen.render.libreoffice import libreoffice_process as soffice
from tests.sampled import sampled
from tests.tools.processes import left_of, several_below

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")

SLEEPER = "sleep 61"
"""A program that starts another, and does not end."""
FOREVER = ("sh", "-c", f"trap '' TERM INT; echo begun; {SLEEPER} & {SLEEPER}; wait")
ASKS = """
import sys
from deckgen.render.libreoffice import libreoffice_process as soffice
soffice.run_in_folder(sys.argv[1:], {"in.txt": b"words"}, "out.txt", 60)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let temporary files lie in a folder of the test; in the end it must be empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def script(text: str) -> tuple[str, ...]:
    return (sys.executable, "-c", text)


@pytest.mark.slow
def test_a_program_finds_its_files_and_leaves_its_result() -> None:
    program = script(
        "import pathlib, sys; print('said'); print('also', file=sys.stderr);"
        "pathlib.Path('out.txt').write_bytes(pathlib.Path('deep/in.txt').read_bytes() * 2)"
    )
    outcome = soffice.run_in_folder(program, {"deep/in.txt": b"words"}, "out.txt", 60)
    assert outcome._replace(output="", free_bytes=0) == ("ended", 0, "", 0, b"wordswords")
    assert sorted(outcome.output.split()) == ["also", "said"]
    assert outcome.free_bytes > 0


@pytest.mark.slow
def test_it_works_in_a_folder_of_its_own_with_its_temporary_files_there(temporary: Path) -> None:
    program = script(
        "import os, pathlib, sys, tempfile;"
        "pathlib.Path('out.txt').write_text('\\n'.join("
        "[os.getcwd(), tempfile.gettempdir(), sys.argv[1]]))"
    )
    result = soffice.run_in_folder(
        (*program, f"{soffice.FOLDER}/profile"), {}, "out.txt", 60
    ).result
    assert result is not None
    here, its_temporary, address = result.decode().splitlines()
    assert Path(here).parent == temporary.resolve()
    assert its_temporary == here
    assert address == f"{Path(here).as_uri()}/profile"


@pytest.mark.parametrize(
    ("program", "seconds", "end", "code"),
    sampled(
        [
            (script("raise SystemExit(7)"), 60, "ended", 7),
            (script("import os, signal; os.kill(os.getpid(), signal.SIGKILL)"), 60, "ended", -9),
            (FOREVER, 0.3, "too-slow", -9),
            (("/no/such/program",), 60, "not-started", 0),
        ]
    ),
)
def test_how_it_may_end(program: tuple[str, ...], seconds: float, end: str, code: int) -> None:
    outcome = soffice.run_in_folder(program, {}, "out.txt", seconds)
    assert (outcome.end, outcome.code, outcome.result) == (end, code, None)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is not bounded")
def test_it_is_bounded_in_memory() -> None:
    program = script("print(len(bytearray(5 << 30)))")
    outcome = soffice.run_in_folder(program, {}, "out.txt", 60)
    assert (outcome.end, outcome.code) == ("ended", 1)
    assert outcome.output.endswith("MemoryError")


@pytest.mark.slow
def test_what_a_program_leaves_running_is_ended_with_it() -> None:
    outcome = soffice.run_in_folder(
        ("sh", "-c", f"{SLEEPER} & echo $! > out.txt"), {}, "out.txt", 60
    )
    assert outcome.result is not None
    assert left_of({int(outcome.result)}) == set()


@pytest.mark.slow
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_however_we_end_the_program_ends_too(ending: signal.Signals, temporary: Path) -> None:
    ours = subprocess.Popen([sys.executable, "-c", ASKS, *FOREVER], stderr=subprocess.DEVNULL)
    # The guard, the program, and the two that it starts.
    every = {one.id for one in several_below(ours.pid, 4)}
    assert len(every) >= 4
    assert len(list(temporary.iterdir())) == 1
    ours.send_signal(ending)
    ours.wait()
    assert left_of(every) == set()


@pytest.mark.slow
def test_a_guard_that_is_killed_is_told() -> None:
    outcome = soffice.run_in_folder(("sh", "-c", "kill -9 $PPID"), {}, "out.txt", 60)
    assert outcome.end == "lost"


@pytest.mark.slow
def test_several_at_once() -> None:
    program = script("import pathlib; pathlib.Path('out.txt').write_text(open('in.txt').read())")
    with ThreadPoolExecutor(4) as threads:
        outcomes = threads.map(
            lambda at: soffice.run_in_folder(program, {"in.txt": b"%d" % at}, "out.txt", 60),
            range(8),
        )
        assert [outcome.result for outcome in outcomes] == [b"%d" % at for at in range(8)]
