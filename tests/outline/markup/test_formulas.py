"""Which dollar signs are formulas, and what becomes of them wherever text may stand."""

import time

import pytest

from deckgen.deck.graphics import Chart, Table
from deckgen.deck.text_body import Formula, Inline, LineBreak, Run, TextBody, WebLink
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics, Span
from tests.present import the_graphic
from tests.talks import Talk, talk

IN_TEXT = [
    # As typed, and as it is read; formulas between ‹ ›
    ("a $x$ b", "a ‹x› b"),
    ("$x$, $y$.", "‹x›, ‹y›."),
    ("($x$)-axis, $n$-th, $E = mc^2$-like", "(‹x›)-axis, ‹n›-th, ‹E = mc²›-like"),
    ("“$x$” and *$y$*", "“‹x›” and ‹y›"),
    ("$-x$ and $.5$", "‹−x› and ‹.5›"),
    ("$2n + 1$ and $5 kWh$", "‹2n + 1› and ‹5kWh›"),
    ("$a\nb$", "‹ab›"),
    (r"$5\,\$ + x$", "‹5\u202f$ + x›"),
    # Money
    ("5 $ and 10 $", "5 $ and 10 $"),
    ("5$ and 10$", "5$ and 10$"),
    ("$5 to $10", "$5 to $10"),
    ("$5-$10, $5/$10", "$5-$10, $5/$10"),
    ("US$ 3 or CA$ 4", "US$ 3 or CA$ 4"),
    ("US$5 or CA$", "US$5 or CA$"),
    ("$20,000 and $30,000", "$20,000 and $30,000"),
    ("$5 and €10, or US$", "$5 and €10, or US$"),
    ("$5 million, and 7$", "$5 million, and 7$"),
    ("(in $/kg), (€/$)", "(in $/kg), (€/$)"),
    ("at $3/m² (not $4/m²)", "at $3/m² (not $4/m²)"),
    ("$1 = 0.92 €, so 10 $", "$1 = 0.92 €, so 10 $"),
    ("it costs $5, and $x$ is free", "it costs $5, and ‹x› is free"),
    # Names, code, what is escaped
    ("$HOME/$PATH and $HOME", "$HOME/$PATH and $HOME"),
    ("A$AP and Ke$ha", "A$AP and Ke$ha"),
    ("`$x$` and ``$y$``", "$x$ and $y$"),
    (r"\$x\$ and \$5", "$x$ and $5"),
    ("$ x $ and $x $", "$ x $ and $x $"),
    ("$costs of a year$", "$costs of a year$"),
    ("$$$ and $", "$$$ and $"),
]


@pytest.mark.parametrize(("raw", "expected"), IN_TEXT, ids=[raw for raw, _ in IN_TEXT])
def test_which_dollar_signs_are_formulas(raw: str, expected: str) -> None:
    runs = parse_inline(Text(raw, Span("talk.yaml", 1, 1, len(raw))), found := Diagnostics())
    assert list(found) == []
    assert _shown(runs) == expected


VARIED = [
    # A bullet, and as it is shown with vars: {n: 5, money: $$5 or 10$$, f: "$x$"}
    ("'$x_{${n}}$ and ${n}'", "‹x₅› and 5"),
    ("'$$x$$, $$5 or 10$$'", "$x$, $5 or 10$"),
    ("'${money} and ${f}'", "$5 or 10$ and ‹x›"),
    ("'$x$ for $$5, $y$ for 5 $$'", "‹x› for $5, ‹y› for 5 $"),
    ("Costs $$5: $x$ is $$y$$", "Costs $5: ‹x› is $y$"),
    ("'`$$x$$`'", "$x$"),
]


@pytest.mark.parametrize(("bullet", "expected"), VARIED, ids=[each for each, _ in VARIED])
def test_formulas_live_with_variables_and_escaped_dollar_signs(bullet: str, expected: str) -> None:
    head = "vars: {n: 5, money: $$5 or 10$$, f: $x$}\n"
    body = _body(_talk(f"- title: T\n  bullets:\n    - {bullet}", head))
    assert [_shown(one) for one in body] == [expected]


def test_escaped_dollar_signs_stay_signs_in_running_text_and_cells() -> None:
    made = _talk(
        """\
- title: T
  text: |
    $x$ and $$y$$

    - $$z$$ but $a$
    - second $$5 to $$10
- title: T2
  table:
    - [$$x$$, $x$]
    - ["Sum: $$y$$", Sum: $$z$$]
"""
    )
    assert [_shown(one) for one in _body(made)] == [
        "‹x› and $y$",
        "$z$ but ‹a›",
        "second $5 to $10",
    ]
    table = the_graphic(made.compiled.deck.slides[1], Table)
    cells = [cell for row in (table.header, *table.rows) for cell in row]
    assert [_shown(cell.paragraphs[0].runs) for cell in cells] == [
        "$x$",
        "‹x›",
        "Sum: $y$",
        "Sum: $z$",
    ]


def test_titles_notes_and_links_have_words() -> None:
    made = _talk(
        """\
- title: On $x^2$
  question: Is $x^2$ enough?
  bullets:
    - '[so $x^2$ is](https://example.org) and $y$'
  notes: Say $x^2$.
"""
    )
    slide = made.compiled.deck.slides[0]
    contents = dict(slide.placeholders)
    assert contents["title"].text == "Is x² enough?"
    assert contents["kicker"].text == "On x²"
    assert slide.notes is not None
    assert not _formulas(contents["title"], contents["kicker"], slide.notes)
    (runs,) = (one.runs for one in contents["body"].paragraphs)
    assert runs[0] == Run("so x² is", link=WebLink("https://example.org"))
    assert [each.text for each in _formulas(contents["body"])] == ["y"]


def test_a_formula_that_is_a_paragraph_is_displayed() -> None:
    made = _talk("- title: T\n  bullets: [$x$, so $x$, '**$x$**', '~~$x$~~']")
    body = dict(made.compiled.deck.slides[0].placeholders)["body"]
    assert [(each.display, each.bold) for each in _formulas(body)] == [
        (True, False),
        (False, False),
        (True, True),
    ]
    assert body.paragraphs[3].runs == (Run("x", strike=True),)


def test_typography_leaves_formulas_alone() -> None:
    line = r"""- "'$a''$ - so 3-4 % and $\\text{\"z. B.\"} - 3$ ...'" """
    made = _talk(f"- title: T\n  typography: yes\n  bullets:\n    {line}")
    formulas = _formulas(dict(made.compiled.deck.slides[0].placeholders)["body"])
    assert [each.text for each in formulas] == ["a′′", '"z. B." − 3']


def test_charts_and_alternative_texts_have_words() -> None:
    made = _talk("- title: T\n  chart: {kind: column, unit: $m^2$, data: {$x_1$: 1, b: 2}}")
    chart = the_graphic(made.compiled.deck.slides[0], Chart)
    assert chart.categories == ("x₁", "b")
    assert "m²" in chart.alt


def _talk(entries: str, head: str = "") -> Talk:
    made = talk(entries, head=head)
    assert not made.diagnostics.has_errors, list(made.diagnostics)
    return made


def _body(made: Talk) -> list[tuple[Inline, ...]]:
    body = dict(made.compiled.deck.slides[0].placeholders)["body"]
    return [one.runs for one in body.paragraphs]


def _shown(runs: tuple[Inline, ...]) -> str:
    return "".join(
        " "
        if isinstance(run, LineBreak)
        else f"‹{run.text}›"
        if isinstance(run, Formula)
        else run.text
        for run in runs
    )


def _formulas(*bodies: TextBody) -> list[Formula]:
    return [
        run
        for body in bodies
        for one in body.paragraphs
        for run in one.runs
        if isinstance(run, Formula)
    ]


def test_a_formula_that_is_too_long_is_told_in_time() -> None:
    began = time.process_time()
    raw = f"${'x' * 40_000}$"
    runs = parse_inline(Text(raw, Span("talk.yaml", 1, 1, len(raw))), found := Diagnostics())
    assert (runs, len(found)) == ((Run(raw),), 1)
    assert time.process_time() - began < 5
