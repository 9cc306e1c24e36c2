"""Where LibreOffice is looked for, and what is said where it is not."""

import os
import sys
from pathlib import Path

import pytest

from deckgen.render.libreoffice import find_libreoffice as installed
from deckgen.render.renderer import RenderingError


@pytest.mark.skipif(os.name == "nt", reason="a script is a program by its mode")
def test_the_program_may_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(installed.VARIABLE, str(tmp_path / "soffice"))
    assert installed.find_libreoffice() is None
    (tmp_path / "soffice").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "soffice").chmod(0o755)
    assert installed.find_libreoffice() == str(tmp_path / "soffice")


@pytest.mark.parametrize(
    ("system", "installer"),
    [
        ("linux", "apt install libreoffice-impress"),
        ("darwin", "brew install --cask libreoffice"),
        ("win32", "winget install TheDocumentFoundation.LibreOffice"),
        ("freebsd14", "https://www.libreoffice.org/download"),
    ],
)
def test_who_does_not_have_it_is_told_how_to_get_it(
    system: str, installer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In a folder: by its name alone, Python would ask the Windows that is not there.
    monkeypatch.setenv(installed.VARIABLE, str(tmp_path / "no such program"))
    monkeypatch.setattr(sys, "platform", system)
    with pytest.raises(RenderingError) as raised:
        installed.required_libreoffice()
    assert raised.value.code == "no-renderer"
    assert installer in raised.value.hint
