"""What all tests share: lint on every deck, the flag that writes the goldens anew."""

import gc
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from deckgen.render.libreoffice.find_libreoffice import VARIABLE
from tests.linted import WrittenDecks, share_parsed_parts
from tests.project.two_towns import lay_out
from tests.shared_brands import share_generated_brands, share_templates

QUICK = "not slow"


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
    """
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if getattr(config.option, "numprocesses", None):
        return
    from hypothesis import settings

    # No deadline: how long an example takes depends on the machine, and on what else it does.
    settings.register_profile("quick", deadline=None, max_examples=10)
    settings.register_profile("full", deadline=None, max_examples=60)
    settings.load_profile("quick" if config.option.markexpr == QUICK else "full")


def pytest_collection() -> None:
    """Search no garbage among the thousands of tests that are collected."""
    gc.disable()


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


@pytest.fixture(scope="session", autouse=True)
def written_decks() -> Iterator[WrittenDecks]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        share_parsed_parts(monkeypatch)
        yield WrittenDecks(monkeypatch)


@pytest.fixture(scope="session", autouse=True)
def shared_brands() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        share_generated_brands(monkeypatch)
        share_templates(monkeypatch)
        yield


@pytest.fixture(autouse=True)
def every_deck_is_sound(
    written_decks: WrittenDecks, request: pytest.FixtureRequest
) -> Iterator[None]:
    """Fail a test if a deck that was written meanwhile would be repaired by PowerPoint.

    Only a test that says so, by the mark `faulty(codes…)`, may write what a template brought along.
    """
    yield
    mark = request.node.get_closest_marker("faulty")
    expected = tuple(f"{code}: " for code in mark.args) if mark else ()
    assert [one for one in written_decks.faults() if not one.startswith(expected)] == []


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
