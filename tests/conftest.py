"""What all tests share: lint on every deck, the flag that writes the goldens anew."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from _pytest.runner import runtestprotocol

from deckgen.render.libreoffice.find_libreoffice import VARIABLE
from tests.linted import WrittenDecks, share_parsed_parts
from tests.project.two_towns import lay_out
from tests.shared_brands import share_generated_brands, share_templates
from tests.shared_part_paths import share_paths_of_parts
from tests.shared_workers import share_workers

if TYPE_CHECKING:
    from xdist.remote import Producer
    from xdist.scheduler import WorkStealingScheduling

QUICK = "not slow"
YOUNG = 2_000
"""Python objects that a test may leave unsearched. Behind those of a few decks, megabytes of XML
may stand, which Python does not count.
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-goldens",
        action="store_true",
        help="write tests/golden anew from what is built now; review the diff",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Keep bytecode; try few examples of each property in the quick run, many in the full one.

    Without bytecode each process compiles all tests anew (four seconds), and each command that a
    test starts compiles the package, so `PYTHONDONTWRITEBYTECODE` does not count here.
    A process that only hands tests to others needs no hypothesis, which takes a second to import.
    A shell lets what runs in the background ignore Ctrl-C; tests press it, and have it heard.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if getattr(config.option, "numprocesses", None):
        return
    config.pluginmanager.register(SharedInProcess())
    if hasattr(config, "workerinput") and config.option.durations is None:
        config.pluginmanager.register(BriefReports())
    from hypothesis import settings

    # No deadline: how long an example takes depends on the machine, and on what else it does.
    settings.register_profile("quick", deadline=None, max_examples=10)
    settings.register_profile("full", deadline=None, max_examples=60)
    settings.load_profile("quick" if config.option.markexpr == QUICK else "full")


def pytest_collection() -> None:
    """Search no garbage among the thousands of tests that are collected."""
    gc.disable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_finish() -> None:
    """Let the garbage collector pass over the collected tests, and look for garbage seldom."""
    gc.freeze()
    gc.set_threshold(20_000)
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Leave out of reports, which workers send to the main process, what nobody looks at there."""
    report = yield
    report.keywords = {}
    return report


class SharedInProcess:
    """What all tests of a process share, and the judge of every deck that they write.

    It is made of hooks: a fixture for all tests would be set up more than ten thousand times.
    """

    def __init__(self) -> None:
        self._monkeypatch = pytest.MonkeyPatch()

    def pytest_collection_finish(self) -> None:
        share_parsed_parts(self._monkeypatch)
        share_generated_brands(self._monkeypatch)
        share_templates(self._monkeypatch)
        share_paths_of_parts(self._monkeypatch)
        share_workers(self._monkeypatch)
        # A command that ends its process leaves its garbage; here, another gigabyte every minute.
        self._monkeypatch.setattr("gc.freeze", lambda: None)
        self._written = WrittenDecks(self._monkeypatch)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Generator[None]:
        """Fail a test if a deck that was written meanwhile would be repaired by PowerPoint.

        Only a test that says so, by the mark `faulty(codes…)`, may write what a template brought.
        """
        yield
        if faults := self._written.faults():
            mark = item.get_closest_marker("faulty")
            expected = tuple(f"{code}: " for code in mark.args) if mark else ()
            assert [one for one in faults if not one.startswith(expected)] == []
        if gc.get_count()[0] > YOUNG:
            gc.collect(1)

    def pytest_sessionfinish(self) -> None:
        self._monkeypatch.undo()


class BriefReports:
    """A worker tells the main process how a test went, and of setup and teardown only failures.

    Four messages less for each test, on which both spent an eighth of the time of the quick suite.
    `--durations` asks for every step.
    """

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool:
        for report in runtestprotocol(item, log=False, nextitem=nextitem):
            if report.when == "call" or not report.passed:
                item.ihook.pytest_runtest_logreport(report=report)
        return True


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> WorkStealingScheduling:
    """Give each worker one piece of the tests: what a file shares is then made in one process."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


@pytest.fixture
def rewrite_goldens(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite-goldens"))


@pytest.fixture
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand at a computer on which LibreOffice is not installed: quick, and alike everywhere."""
    monkeypatch.setenv(VARIABLE, "nowhere")


@pytest.fixture
def two_towns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a talk that has two towns."""
    monkeypatch.chdir(tmp_path)
    lay_out()
    return tmp_path
