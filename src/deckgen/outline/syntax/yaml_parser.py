"""YAML text → located nodes. The only module that imports PyYAML.

If PyYAML refuses the text, known pitfalls are reported and repaired in memory, and the repaired
text is parsed, so that one run reports all mistakes. What only this needs is imported only then.
"""

import re
from contextlib import suppress
from typing import Literal

import yaml

from deckgen.outline.syntax.decoding import (
    SourceText,
    decode,
    has_misleading_blanks,
    report_empty_file,
)
from deckgen.outline.syntax.node_builder import build_nodes
from deckgen.outline.syntax.nodes import Node
from deckgen.support.diagnostics import Diagnostic, Diagnostics

Parser = Literal["libyaml", "python"]
PARSER: Parser = "libyaml" if yaml.__with_libyaml__ else "python"

_TOLD_ONCE = {"tab-indentation", "two-versions"}
"""A file that is indented with tabs throughout is one mistake, not a hundred."""
EMPTY_OUTLINE_HINT = (
    "Begin with a line such as `title: My talk`; `deckgen new` writes a whole example."
)


def parse(
    file: str,
    data: bytes,
    diagnostics: Diagnostics,
    parser: Parser = PARSER,
    *,
    empty_hint: str = EMPTY_OUTLINE_HINT,
) -> Node | None:
    """Return the nodes of a file; None, with errors, if nothing can be read.

    `file` is its name in messages, `empty_hint` the hint for an empty file. There may be errors
    beside a node, too: mistakes that were repaired in memory.
    """
    source = decode(file, data, diagnostics, empty_hint)
    if source is None:
        return None
    if "\t" in source.text:
        source = _without_tabs_in_text(source)
    failed: yaml.MarkedYAMLError | None = None
    if not has_misleading_blanks(source):
        own = Diagnostics()
        node, failed = _parsed(source, own, parser)
        if failed is None:
            diagnostics.extend(own)
            if node is None and not own.has_errors:
                report_empty_file(file, diagnostics, empty_hint)
            return node
    return _parse_repaired(source, failed, diagnostics, parser)


def _parse_repaired(
    source: SourceText,
    failed: yaml.MarkedYAMLError | None,
    diagnostics: Diagnostics,
    parser: Parser,
) -> Node | None:
    from deckgen.outline.syntax.pitfalls import find_pitfalls

    lines = list(source.lines)
    reported: set[str] = set()
    pitfalls = list(find_pitfalls(source.lines))
    for number, pitfall in pitfalls:
        lines[number] = pitfall.repaired
        if pitfall.message and pitfall.code not in reported & _TOLD_ONCE:
            span = source.span(number, pitfall.column, pitfall.length)
            diagnostics.error(pitfall.code, pitfall.message, span, pitfall.hint)
        reported.add(pitfall.code)
    if failed is not None and not pitfalls:
        _report_failure(source, failed, diagnostics)
        return None
    repaired = source.with_lines(lines)
    own = Diagnostics()
    node, failed = _parsed(repaired, own, parser)
    if failed is None:
        diagnostics.extend(own)
    elif not any(pitfall.guessed for _, pitfall in pitfalls):
        _report_failure(repaired, failed, diagnostics)
    return node


def _parsed(
    source: SourceText, diagnostics: Diagnostics, parser: Parser
) -> tuple[Node | None, yaml.MarkedYAMLError | None]:
    """Return the nodes, and why PyYAML refuses the text; neither if the nesting is too deep."""
    try:
        return _built(source, diagnostics, parser), None
    except yaml.MarkedYAMLError as problem:
        if deep := _too_deep_before(problem, source, parser):
            diagnostics.extend(deep)
            return None, None
        return None, problem


def _built(source: SourceText, diagnostics: Diagnostics, parser: Parser) -> Node | None:
    loader = (yaml.CBaseLoader if parser == "libyaml" else yaml.BaseLoader)(source.text)
    # As `yaml.parse` does, without its test before each event whether there is another.
    return build_nodes(source, iter(loader.get_event, None), yaml.ScalarEvent, diagnostics)


def _too_deep_before(
    problem: yaml.MarkedYAMLError, source: SourceText, parser: Parser
) -> list[Diagnostic]:
    """Return the errors of too deep a nesting before the place where PyYAML failed.

    It reads ahead, so it may fail, also at a limit of its own, before it tells of that nesting.
    """
    end = problem.problem_mark.index if problem.problem_mark else 0
    diagnostics = Diagnostics()
    with suppress(yaml.MarkedYAMLError):
        _built(SourceText(source.file, source.text[:end], source.removed), diagnostics, parser)
    return [error for error in diagnostics if error.code == "too-deep"]


def _without_tabs_in_text(source: SourceText) -> SourceText:
    """Return the source with a blank for each tab after the indentation.

    PyYAML's two parsers do not agree on such tabs. Those in the indentation stay, as they are an
    error; those in a `|` block stay, as they are text.
    """
    from deckgen.outline.syntax.source_lines import structural_lines

    lines = list(source.lines)
    for line in structural_lines(source.lines):
        content = line.text[len(line.blanks) :]
        lines[line.number] = line.blanks + content.replace("\t", " ")
    return source.with_lines(lines)


_NEAR = 500
"""Characters before and after the failure that are searched for its cause."""
_ESCAPE = r"\\[0-9A-Za-z]{0,9}.?$"
_FORMULA_IN_BRACKETS = r"[\[{][^'\"$]*(\$)[^$ ][^$]*[\[\]{}]"
_IN_BRACKETS = r"[\[{][^\[\]{}]*\$\{"


def _report_failure(
    source: SourceText, problem: yaml.MarkedYAMLError, diagnostics: Diagnostics
) -> None:
    """Report in plain words where PyYAML failed, if no known pitfall explains it."""
    mark = problem.problem_mark or problem.context_mark
    line = min(mark.line if mark else 0, len(source.lines) - 1)
    column = mark.column if mark else 0
    while line > 0 and not source.lines[line].strip():
        line -= 1
        column = 0
    text = source.lines[line]
    start = max(0, column - _NEAR)
    near = text[start : column + _NEAR]
    span = source.span(line, min(column, max(len(text) - 1, 0)))
    code = "syntax"
    if '"' in near and re.search(_ESCAPE, text[start : column + 1]):
        code = "bad-escape"
        message = "A backslash between double quotes begins a special character, and this is none."
        hint = r"Type two backslashes (\\), or put the text in single quotation marks: '…'."
    elif at := re.search(_IN_BRACKETS, near):
        span = source.span(line, start + at.end() - 2, 2)
        message = "Between { } or [ ] a text with ${…} needs quotation marks."
        hint = 'For example {name: "Conference ${town}"}; or write each key on a line of its own.'
    elif at := re.search(_FORMULA_IN_BRACKETS, near):
        span = source.span(line, start + at.start(1))
        message = "Between { } or [ ] a text with a formula needs quotation marks, single ones."
        hint = r"For example ['$\frac{a}{b}$', 5]."
    elif re.match(r"- ", text) and not any(each.startswith("slides:") for each in source.lines):
        code = "missing-key"
        message = "A list begins here, and no key above says of what."
        hint = "If these are the slides, type the line `slides:` above the first of them."
    else:
        message = (
            "The outline cannot be read from here on; the mistake is in this line or just above."
        )
        hint = (
            "Check that keys of one slide start in the same column, that each key has a colon and "
            "a blank behind it, and that quotation marks and brackets are closed."
        )
    diagnostics.error(code, message, span, hint)
