"""Every bad outline beside this file says inside what must be found in it: `# error: 4:7 code`."""

import re
from pathlib import Path

import pytest

from deckgen.outline.expand.variable_usage import check_variable_usage
from deckgen.outline.expand.variables import insert_variables
from deckgen.outline.expand.variant import AS_WRITTEN, apply_conditions
from deckgen.outline.kinds import kinds
from deckgen.outline.lower.lowering import lower_outline
from deckgen.outline.lower.speaking_time import check_minutes
from deckgen.outline.schema.outline_reader import read_outline
from deckgen.outline.syntax.yaml_parser import Parser, parse
from deckgen.support.diagnostics import Diagnostics

OUTLINES = sorted(Path(__file__).parent.glob("*.yaml"))
EXPECTED = re.compile(r"^# (error|warning|note): (\d+):(\d+) ([a-z0-9-]+)$", re.MULTILINE)


@pytest.mark.parametrize("parser", ["libyaml", "python"])
@pytest.mark.parametrize("outline", OUTLINES, ids=[path.stem for path in OUTLINES])
def test_exactly_the_expected_is_found(outline: Path, parser: Parser) -> None:
    data = outline.read_bytes()
    diagnostics = Diagnostics()
    node = parse(outline.name, data, diagnostics, parser)
    if node is not None:
        check_variable_usage(node, node, None, AS_WRITTEN, diagnostics)
        read = read_outline(
            insert_variables(apply_conditions(node, frozenset()), diagnostics), kinds(), diagnostics
        )
        if read is not None:
            check_minutes(read, diagnostics)
            lower_outline(read, "auto", lambda _: None, diagnostics)
    told = sorted(
        (each.severity.value, each.span.line, each.span.column, each.code)
        for each in diagnostics
        if each.span
    )
    assert told == sorted(
        (severity, int(line), int(column), code)
        for severity, line, column, code in EXPECTED.findall(data.decode())
    )
    assert len(told) == len(list(diagnostics)), "every finding has a place"
    assert all(each.hint for each in diagnostics if each.severity == "error"), (
        "every error has a way out"
    )


def test_there_are_outlines_to_test() -> None:
    assert len(OUTLINES) > 30
