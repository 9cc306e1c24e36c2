"""Reports for programs: JSON that no terminal obeys, and GitHub's workflow commands."""

import json
from collections.abc import Mapping

from deckgen.support.diagnostics import Severity
from deckgen.support.terminal_text import visible

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def report_json(data: object) -> str:
    """Return JSON and a line end; signs that a terminal obeys are escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    signs = (
        sign if sign == "\n" or visible(sign) == sign else json.dumps(sign)[1:-1] for sign in text
    )
    return "".join(signs) + "\n"


def workflow_command(severity: Severity, properties: Mapping[str, str], message: str) -> str:
    """Return a line that annotates a file in a pull request on GitHub."""
    settings = ",".join(
        f"{name}={_data(value).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in properties.items()
    )
    return f"::{_LEVELS[severity]} {settings}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
