"""Numbers that must be whole: they are rounded in templates, and what is no number is told."""

from pathlib import Path

import pytest

from tests.template.edits import LAYOUT, Case, check_mended
from tests.template.package.test_content_repairs import RUN, told
from tests.tools.packages import replace

ORIGIN = '<a:off x="0" y="0"/>'
CASES = [
    Case(
        "a place that is not whole",
        [replace(LAYOUT, ORIGIN, '<a:off x="0.5" y="0"/>')],
        ["content-mended"],
        (LAYOUT, 'x="0.5"'),
    ),
    Case(
        "a size of text with half a hundredth",
        [replace(LAYOUT, RUN, RUN.replace("/>", ' sz="1850.5"/>', 1))],
        ["content-mended"],
        (LAYOUT, 'sz="1850.5"'),
    ),
    Case(
        "the number of a placeholder is a word",
        [replace(LAYOUT, 'idx="1"', 'idx="first"')],
        ["content-mended"],
        (LAYOUT, "first"),
    ),
    Case(
        "the number of a placeholder is less than none",
        [replace(LAYOUT, 'idx="1"', 'idx="-1"')],
        ["content-mended"],
        (LAYOUT, 'idx="-1"'),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rounded(case: Case) -> None:
    check_mended(case)


@pytest.mark.faulty("number-not-whole")
def test_what_is_no_number_is_told(tmp_path: Path) -> None:
    (fault,) = told([replace(LAYOUT, ORIGIN, '<a:off x="left" y="0"/>')], tmp_path)
    assert "slideLayout2.xml: off@x is 'left' [number-not-whole]" in fault.message
