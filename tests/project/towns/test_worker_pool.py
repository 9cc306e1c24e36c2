"""Many towns from outside: tables, second runs, and what is left when it is stopped."""

import os
import signal
import subprocess
import sys
import time
import tracemalloc
import zipfile
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest

from deckgen.files.workspace import Stamp, Workspace
from deckgen.outline.expand.variant import Variant
from deckgen.project.towns.build_manifest import ManifestEntry, ManifestWriter, decks_built_before
from deckgen.project.towns.run_tally import Tally
from deckgen.project.towns.town_builder import BuildOptions, Job, TownResult
from deckgen.project.towns.town_selection import Town
from deckgen.project.towns.worker_pool import build_all
from deckgen.support.diagnostics import Diagnostic, Severity, Span
from deckgen.support.exit_codes import ExitCode
from tests.project.two_towns import OUTLINE, decks, run, words, write
from tests.tools.processes import below, left_of

TEXTS = "title: The talk\nslides:\n  - title: In ${town}\n    text: ${day:date}\n"


# A table.


@pytest.mark.usefixtures("two_towns")
def test_each_row_is_a_town() -> None:
    write("slides.yaml", OUTLINE.replace("One in", "One, ${mayor:-the mayor}, in"))
    write("towns.csv", "town;mayor\nBad Köstritz;Anna\nGera;\n")
    result = run("build", "--each", "towns.csv")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert decks() == ["bad-koestritz.pptx", "gera.pptx"]
    assert "One, Anna, in Bad Köstritz" in words("build/bad-koestritz.pptx")
    assert "One, the mayor, in Gera" in words("build/gera.pptx")


@pytest.mark.usefixtures("two_towns")
def test_an_empty_cell_never_shows_another_towns_words() -> None:
    write(
        "slides.yaml",
        OUTLINE.replace("One in", "One, ${mayor}, in").replace(
            "{town: Altenburg}", "{town: Altenburg, mayor: Bea}"
        ),
    )
    write("towns.csv", "town;mayor\nGera;\nJena;Cem\n")
    result = run("build", "--each", "towns.csv")
    assert (result.exit_code, decks()) == (ExitCode.OUTLINE, ["jena.pptx"])
    assert "towns.csv:2:6: error empty-cell" in result.stderr


@pytest.mark.usefixtures("two_towns")
def test_two_rows_for_one_file_are_an_error_before_anything_is_built() -> None:
    write("towns.csv", "town;state\nNeustadt;Hessen\nNeustadt;Sachsen\n")
    result = run("build", "--each", "towns.csv")
    assert result.exit_code == ExitCode.OUTLINE
    assert "towns.csv:3:1: error same-file" in result.stderr
    assert not Path("build").exists()
    result = run("build", "--each", "towns.csv", "-o", "build/{town}-{state}.pptx")
    assert decks() == ["neustadt-hessen.pptx", "neustadt-sachsen.pptx"]


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
def test_a_missing_column_is_told_once() -> None:
    write("slides.yaml", OUTLINE.replace("One in", "One, ${mayor}, in"))
    write("towns.csv", "town\n" + "".join(f"Town {n}\n" for n in range(8)))
    result = run("build", "--each", "towns.csv")
    assert result.stderr.count("undefined-variable") == 1
    assert "(all 8 towns)" in result.stderr


@pytest.mark.slow
def test_a_thousand_rows_with_ten_bad_ones(two_towns: Path) -> None:
    write("slides.yaml", TEXTS)
    days = ["2026-11-22" if n % 100 else "22.11." for n in range(1000)]
    rows = "".join(f"Town {n};{day}\n" for n, day in enumerate(days))
    write("towns.csv", f"town;day\n{rows}")
    result = run("build", "--each", "towns.csv")
    assert result.exit_code == ExitCode.OUTLINE
    assert len(decks()) == 990
    assert result.stderr.count("error no-date") == 1
    for n in range(0, 1000, 100):
        assert f"Town {n}, towns.csv:{n + 2}" in result.stderr
    assert result.stdout.endswith("990 decks written\n")
    assert not list(two_towns.glob("build/.deckgen-*[0-9a-f]"))


# Stopped.

MANY = 400


def started(folder: Path, count: int) -> tuple[subprocess.Popen[bytes], set[int]]:
    """Start to build many towns; once some decks are there, return it and its workers' ids."""
    write("slides.yaml", OUTLINE)
    for n in range(MANY):
        write(f"towns/town-{n}.yaml", f"vars: {{town: Town {n}}}\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "deckgen", "build", "--all"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while len(list((folder / "build").glob("*.pptx"))) < count and process.poll() is None:
        time.sleep(0.01)
    workers = {one.id for one in below(process.pid)}
    assert workers
    return process, workers


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("group", [True, False], ids=["all-processes", "only-the-first"])
def test_a_kill_in_the_middle_leaves_whole_decks_and_the_next_run_completes(
    two_towns: Path, *, group: bool
) -> None:
    process, workers = started(two_towns, 20)
    if group:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()
    assert left_of(workers) == set(), "they do not go on without the one who asked"
    there = list(Path("build").glob("*.pptx"))
    assert 0 < len(there) < MANY + 2
    assert all(zipfile.is_zipfile(path) for path in there)
    result = run("build", "--all")
    assert result.exit_code == ExitCode.OK
    assert len(decks()) == MANY + 2


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_ctrl_c_leaves_whole_decks_stops_the_workers_and_says_how_to_go_on(two_towns: Path) -> None:
    process, workers = started(two_towns, 20)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == ExitCode.OUTSIDE
    assert b"the same command goes on" in said
    assert b"Traceback" not in said
    there = list(Path("build").glob("*.pptx"))
    assert all(zipfile.is_zipfile(path) for path in there)
    assert not list(Path("build").glob(".deckgen-*[0-9a-f]"))
    assert left_of(workers) == set()
    result = run("build", "--all")
    assert " unchanged" in result.stdout
    assert len(decks()) == MANY + 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_ctrl_c_while_a_worker_starts_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    start = SpawnProcess.start
    begun: list[SpawnProcess] = []

    def interrupted(process: SpawnProcess) -> None:
        start(process)
        if not begun:
            os.kill(os.getpid(), signal.SIGINT)
        begun.append(process)

    monkeypatch.setattr("multiprocessing.cpu_count", lambda: 2)
    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", interrupted)
    job = Job(Town("Gera", "Gera", Variant()), "gera.pptx")
    with pytest.raises(KeyboardInterrupt):
        list(build_all([job] * 9, BuildOptions("slides.yaml", None, None)))
    assert [process.exitcode for process in begun] == [0, 0]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.usefixtures("two_towns")
def test_ctrl_c_while_a_result_is_noted_loses_no_result(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocessing.cpu_count", lambda: 2)
    write("slides.yaml", OUTLINE)
    jobs = [Job(Town(f"t{at}", f"t{at}", Variant()), f"build/t{at}.pptx") for at in range(64)]
    noted: list[int] = []

    def note_all() -> None:
        for at, _ in build_all(jobs, BuildOptions("slides.yaml", None, None)):
            if not noted:
                os.kill(os.getpid(), signal.SIGINT)
            noted.append(at)

    with pytest.raises(KeyboardInterrupt):
        note_all()
    assert sorted(f"t{at}.pptx" for at in noted) == decks()
    assert 0 < len(noted) < len(jobs)


# Memory.


@pytest.mark.slow
def test_what_is_counted_and_remembered_grows_on_the_disk_alone(tmp_path: Path) -> None:
    tally, journal = Tally(), ManifestWriter(Workspace(tmp_path), "out", {})
    sizes = []
    tracemalloc.start()
    try:
        for at in range(20_000):
            town = Town(f"t{at}", f"t{at}", Variant())
            read = tuple((name, str(0) * 64) for name in ("slides.yaml", "brand.yaml"))
            missing = Diagnostic(Severity.ERROR, "empty-cell", "It is empty.", Span("t", at, 1))
            found = () if at % 10 else (missing,)
            done = TownResult(Job(town, f"out/{at}.pptx"), 1, found, read, Stamp(at, 10**18 + at))
            tally.add(at, done)
            journal.add(
                f"out/{at}.pptx", ManifestEntry(f"{at:064}", done.read, Stamp(at, 10**18 + at))
            )
            if at % 500 == 499:
                journal.write()
            if at in {4_999, 19_999}:
                sizes.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert sizes[1] - sizes[0] < 300_000, "bytes; kept, each deck would take hundreds"
    assert (tally.done, tally.failed.count) == (20_000, 2_000)
    assert len(decks_built_before(Workspace(tmp_path), "out")) == 20_000


@pytest.mark.slow
@pytest.mark.usefixtures("two_towns")
def test_what_comes_from_a_worker_brings_no_copy_of_what_was_asked() -> None:
    jobs = [Job(Town(f"t{at}", f"t{at}", Variant()), f"out/t{at}.pptx") for at in range(6)]
    made = list(build_all(jobs, BuildOptions("slides.yaml", None, None)))
    assert sorted(at for at, _ in made) == list(range(6))
    assert all(done.job is jobs[at] and done.stamp for at, done in made)
