"""What all tests share: lint on every deck, the flag that writes the goldens anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from deckgen.render.libreoffice.find_libreoffice import VARIABLE
from tests.linted import WrittenDecks
from tests.project.two_towns import lay_out

# How long an example may take would be a question of the machine, and of what else it does.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-goldens",
        action="store_true",
        help="write tests/golden anew from what is built now; review the diff",
    )


@pytest.fixture(scope="session", autouse=True)
def written_decks() -> Iterator[WrittenDecks]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        yield WrittenDecks(monkeypatch)


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
