"""Contrast of what is drawn without words, where it says something."""

import pytest

from deckgen.audit.audit import audit_deck
from tests.audit.corpus.fault import WORDS, base_deck, line, on, shape
from tests.sampled import sampled
from tests.tools.packages import edited

PALE, DARK = "EEEEEE", "336699"
UNDESCRIBED = ('descr="Leads on"', "")
ELLIPSE = ('prst="rect"', 'prst="ellipse"')
DESCRIBED = 'descr="Ten tons"'
OUTLINE = f'<a:ln><a:solidFill><a:srgbClr val="{DARK}"/></a:solidFill></a:ln>'
CLEAR = (f'<a:srgbClr val="{PALE}"/>', f'<a:srgbClr val="{PALE}"><a:alpha val="0"/></a:srgbClr>')


@pytest.mark.parametrize(
    ("drawn", "changes", "is_weak"),
    sampled(
        [
            (line(PALE, "tailEnd"), [UNDESCRIBED], True),
            (line(PALE, "headEnd"), [UNDESCRIBED], True),
            (line(DARK, "tailEnd"), [UNDESCRIBED], False),
            # A plain line may decorate: it is asked for a text, or for the mark that it decorates.
            (line(PALE), [UNDESCRIBED], False),
            (line(PALE), [], True),
            (shape(fill=PALE, attributes=DESCRIBED), [], True),
            (shape(fill=PALE, attributes=DESCRIBED), [ELLIPSE], True),
            (shape(fill=PALE), [], False),
            # An area to click on is not meant to be seen.
            (shape(fill=PALE, attributes=DESCRIBED), [CLEAR], False),
        ]
    ),
)
def test_what_is_drawn(drawn: str, changes: list[tuple[str, str]], *, is_weak: bool) -> None:
    for old, new in changes:
        assert old in drawn
        drawn = drawn.replace(old, new)
    report = audit_deck(edited(base_deck(), [on(WORDS, drawn)]), "a.pptx")
    assert ("graphic-contrast-weak" in report.counts) == is_weak


def test_an_outline_is_enough_to_see_a_shape() -> None:
    drawn = shape(fill=PALE, attributes=DESCRIBED)
    drawn = drawn.replace("</p:spPr>", f"{OUTLINE}</p:spPr>")
    report = audit_deck(edited(base_deck(), [on(WORDS, drawn)]), "a.pptx")
    assert "graphic-contrast-weak" not in report.counts


def test_lines_in_one_colour_are_told_once() -> None:
    lines = "".join(line(PALE, "tailEnd").replace('id="91"', f'id="{at}"') for at in range(91, 95))
    report = audit_deck(edited(base_deck(), [on(WORDS, lines)]), "a.pptx")
    assert report.counts["graphic-contrast-weak"] == 1


def test_a_drawing_of_many_shapes_is_told_once() -> None:
    drawn = "".join(shape(fill=DARK).replace('id="90"', f'id="{at}"') for at in range(90, 94))
    report = audit_deck(edited(base_deck(), [on(WORDS, drawn)]), "a.pptx")
    (finding,) = (each for each in report.findings if each.rule.code == "drawing-alt-missing")
    assert finding.message.startswith("4 drawn shapes have neither words")
