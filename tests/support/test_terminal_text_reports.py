"""Reports for programs: no terminal obeys them, and GitHub reads them as they are meant."""

import json

from deckgen.support.diagnostics import Severity
from deckgen.support.terminal_text import report_json, workflow_command


def test_json_holds_signs_that_a_terminal_obeys_as_escapes() -> None:
    data = {"words": "Größe \x9b31m", "list": [1]}
    text = report_json(data)
    assert text == '{\n  "words": "Größe \\u009b31m",\n  "list": [\n    1\n  ]\n}\n'
    assert json.loads(text) == data


def test_a_workflow_command_is_one_line() -> None:
    made = workflow_command(Severity.NOTE, {"file": "a:b,c", "line": "1"}, "50 %:\r\nmore, all")
    assert made == "::notice file=a%3Ab%2Cc,line=1::50 %25:%0D%0Amore, all\n"
