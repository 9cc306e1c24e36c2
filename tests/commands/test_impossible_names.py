"""Names that the system takes for none: each command says so, and writes nothing."""

from pathlib import Path

import pytest

from tests.building import EXAMPLES, built
from tests.project.two_towns import run

LONG = "a" * 5_000
COMMANDS = [
    ("text", LONG),
    ("audit", LONG),
    ("audit", f"{LONG}/talk.pptx"),
    ("audit", "talk.pptx", "--mend", "-o", f"{LONG}.pptx"),
    ("audit", "talk.pptx", "--report", f"{LONG}.html"),
    ("diff", f"{LONG}.pptx", "slides.yaml"),
    ("pull", f"{LONG}.pptx", "slides.yaml"),
    ("pull", "talk.pptx", LONG),
    ("pull", "talk.pptx", "slides.yaml", "--sent", LONG),
    ("pull", "talk.pptx", "slides.yaml", "--town", LONG),
    ("import", f"{LONG}.pptx"),
    ("import", "talk.pptx", LONG),
    ("import", "talk.pptx", f"{LONG}/new"),
    ("new", LONG),
    ("build", LONG),
    ("build", "-o", f"{LONG}.pptx"),
    ("build", "--brand", LONG),
    ("check", LONG),
    ("brand", "show", LONG),
    ("brand", "show", "talk.pptx", "--map", "-o", f"{LONG}.yaml"),
    ("brand", "show", "talk.pptx", "--sample", f"{LONG}.pptx"),
    ("brand", "doctor", LONG),
    ("brand", "doctor", "talk.pptx", "--mend", "-o", f"{LONG}.pptx"),
    ("brand", "doctor", "talk.pptx", "--report", f"{LONG}.html"),
    ("brand", "new", f"{LONG}.yaml"),
    ("pack", "-o", LONG),
]


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS, ids=lambda given: " ".join(given).replace(LONG, "…"))
def test_a_name_that_is_too_long(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "slides.yaml").write_bytes(EXAMPLES[0].read_bytes())
    (tmp_path / "talk.pptx").write_bytes(built(EXAMPLES[0]))
    result = run(*command)
    assert isinstance(result.exception, SystemExit), result.exc_info
    assert result.exit_code in {1, 2, 3}
    assert "too long" in result.output or "There is no" in result.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["slides.yaml", "talk.pptx"]
