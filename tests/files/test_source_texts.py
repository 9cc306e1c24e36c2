"""The lines that messages show."""

from pathlib import Path

import pytest

from tests.project.two_towns import run


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("title: Grüße aus München".encode("cp1252"), "title: Grüße aus München"),
        ("title: „Zitat“ – 5 €".encode("cp1252"), "title: „Zitat“ – 5 €"),
        ("title: ä und ".encode() + b"\xf6", "title: ä und ö"),
        ("title: Grüße".encode("utf-16"), None),
    ],
)
def test_a_line_in_an_old_encoding_is_shown_as_it_was_typed(
    data: bytes, shown: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slides.yaml").write_bytes(data)
    said = run("check").output.splitlines()
    quoted = next((line[6:] for line in said if line.startswith("  1 | ")), None)
    assert quoted == shown
    assert "error not-utf8: " in said[0]
    assert "“Reopen with Encoding”" in said[-3]
