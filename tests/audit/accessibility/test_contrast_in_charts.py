"""The colours of charts: as they are stated, or as PowerPoint gives them."""

import pytest

from deckgen.audit.audit import audit_deck
from deckgen.audit.slide_facts.audited_slide import AuditedChart
from deckgen.audit.slide_facts.read_chart import read_chart
from deckgen.opc.xml_parser import NAMESPACES, parse_xml
from deckgen.template.resolve.color_values import MappedColors
from deckgen.template.template import OFFICE_THEME
from tests.audit.corpus.fault import base_deck, filled
from tests.tools.packages import edited, in_chart

COLORS = MappedColors(OFFICE_THEME.colors)
ONE, TWO, THREE = (OFFICE_THEME.colors[f"accent{number}"] for number in (1, 2, 3))
WHITE, BLACK = "FFFFFF", OFFICE_THEME.colors["dk1"]
GREY_LINE = '<c:spPr><a:ln><a:solidFill><a:srgbClr val="777777"/></a:solidFill></a:ln></c:spPr>'
WHITE_LINE = (
    '<c:spPr><a:solidFill><a:srgbClr val="336699"/></a:solidFill><a:ln><a:solidFill>'
    '<a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr>'
)
UNSEEN = "<c:spPr><a:noFill/></c:spPr>"
SLICES = '<c:val><c:ptCount val="3"/></c:val>'
SECOND_SLICE = f'<c:dPt><c:idx val="1"/>{filled("ABCDEF")}</c:dPt>'
LABELS = '<c:dLbls><c:showVal val="1"/></c:dLbls>'
STACKED = '<c:grouping val="stacked"/>'
RED = (
    '<c:txPr><a:p><a:pPr><a:defRPr sz="900" b="1"><a:solidFill><a:srgbClr val="FF0000"/>'
    "</a:solidFill></a:defRPr></a:pPr></a:p></c:txPr>"
)


def series(number: int, *inside: str) -> str:
    return f'<c:ser><c:idx val="{number}"/>{"".join(inside)}</c:ser>'


def plot(kind: str, *inside: str) -> str:
    return f"<c:{kind}Chart>{''.join(inside)}</c:{kind}Chart>"


def read(
    plots: str, ground: str | None = WHITE, around: str = "", before: str = ""
) -> AuditedChart:
    spaces = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in "ac")
    chart = f"<c:chart><c:plotArea>{plots}</c:plotArea>{around}</c:chart>"
    root = parse_xml(f"<c:chartSpace {spaces}>{before}{chart}</c:chartSpace>".encode())
    return read_chart(root, COLORS, ground)


@pytest.mark.parametrize(
    ("plots", "colors"),
    [
        (plot("bar", series(0), series(2)), [ONE, THREE]),
        # One series alone: each of its bars may have a colour of its own.
        (plot("bar", series(0)), [None]),
        (plot("bar", '<c:varyColors val="0"/>', series(0)), [ONE]),
        (plot("bar", series(0, filled("ABCDEF"))), ["ABCDEF"]),
        (plot("bar", series(7), series(8)), [None, None]),
        (plot("bar", series(0, UNSEEN)), []),
        (plot("line", series(1)), [TWO]),
        (plot("line", series(1, GREY_LINE)), ["777777"]),
        (plot("pie", series(0, SLICES)), [ONE, TWO, THREE]),
        (plot("pie", series(0, SECOND_SLICE, SLICES)), [ONE, "ABCDEF", THREE]),
        # In three dimensions, faces are shaded.
        (plot("bar3D", series(0)), []),
    ],
)
def test_marks_have_their_colours(plots: str, colors: list[str | None]) -> None:
    assert [mark.color for mark in read(plots).marks] == colors


def test_colours_of_another_style_are_unknown() -> None:
    chart = read(plot("line", series(1)), before='<c:style val="26"/>')
    assert [mark.color for mark in chart.marks] == [None]


@pytest.mark.parametrize(
    ("plots", "pairs"),
    [
        (plot("bar", series(0), series(1)), [(ONE, TWO)]),
        (plot("bar", series(0), series(1), '<c:overlap val="-20"/>'), []),
        (plot("bar", STACKED, series(0), series(1), series(2)), [(ONE, TWO), (TWO, THREE)]),
        (plot("line", series(0), series(1)), []),
        (plot("pie", series(0, SLICES)), [(ONE, TWO), (TWO, THREE), (THREE, ONE)]),
    ],
)
def test_what_touches(plots: str, pairs: list[tuple[str, str]]) -> None:
    assert [(first.color, second.color) for first, second in read(plots).touching] == pairs


@pytest.mark.parametrize(
    ("plots", "around", "ground", "words"),
    [
        ("<c:catAx/>", "", WHITE, [(BLACK, 0, WHITE)]),
        # A chart without a fill has the colour of the slide, or of the background.
        ("<c:catAx/>", "", "123456", [(BLACK, 0, None)]),
        ('<c:catAx><c:delete val="1"/></c:catAx>', "", WHITE, []),
        ('<c:valAx><c:tickLblPos val="none"/></c:valAx>', "", WHITE, []),
        ("", f"<c:legend>{RED}</c:legend>", WHITE, [("FF0000", 9, WHITE)]),
        (plot("bar", series(0, filled("336699"), LABELS)), "", WHITE, [(BLACK, 0, WHITE)]),
        (
            plot("bar", STACKED, series(0, filled("336699"), LABELS)),
            "",
            WHITE,
            [(BLACK, 0, "336699")],
        ),
        # PowerPoint sets the labels of a pie within or beside the slices, as they fit.
        (plot("pie", series(0, SLICES, LABELS)), "", WHITE, []),
        (plot("line", series(0, LABELS)), "", WHITE, [(BLACK, 0, WHITE)]),
    ],
)
def test_words_and_what_lies_behind_them(
    plots: str, around: str, ground: str, words: list[tuple[str | None, float, str | None]]
) -> None:
    read_words = read(plots, ground, around).words
    assert [(each.color, each.size, each.behind) for each in read_words] == words


@pytest.mark.parametrize(
    ("look", "more"),
    [
        # Numbers beside each bar say what is hardly seen.
        (filled("EEEEEE") + LABELS, ""),
        # A bar in the colour of the ground hides a part of another one.
        (filled("FFFFFF"), ""),
        # A white line keeps two series apart.
        (WHITE_LINE, series(1, '<c:order val="1"/>', filled("8A4B2F"))),
    ],
)
def test_what_is_told_in_another_way_is_no_fault(look: str, more: str) -> None:
    chart = [in_chart("<c:cat>", f"{look}<c:cat>"), in_chart("</c:ser>", f"</c:ser>{more}")]
    codes = {each.rule.code for each in audit_deck(edited(base_deck(), chart), "a.pptx").findings}
    assert not {code for code in codes if code.startswith("chart-")}
