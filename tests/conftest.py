"""What all tests share: the flag that writes the goldens anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.render.installed import VARIABLE
from tests.two_towns import lay_out


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-goldens",
        action="store_true",
        help="write tests/golden anew from what is built now; review the diff",
    )


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
