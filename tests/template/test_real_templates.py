"""Templates found in the wild: all open, and what is kept of them is as it was."""

import io
from pathlib import Path

import pptx
import pytest

from deckgen.opc.package_reader import read_package
from deckgen.opc.parsed_package import ParsedPackage, ParsedRelationship
from deckgen.support.diagnostics import Diagnostics
from tests.sampled import sampled
from tests.template.opened import opened, put_together, real_templates
from tests.tools import validator
from tests.tools.needs import need
from tests.tools.packages import parts_of
from tests.validity import faults_of

REAL = real_templates()
MENDED = {
    "no-layouts": ["layout-composed"],
    "no-placeholders": ["layout-composed"],
    "one-layout-title-subtitle": ["layout-composed"],
    "russian-macros-attachments": ["macros-dropped"],
}
"""The notes on templates that are not whole."""
CHANGED = {"no-layouts": {"ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout1.xml"}}
"""The parts that had to be mended, or are new."""
FILLED = {"no-placeholders", "one-layout-title-subtitle"}
"""Templates whose only layout gets places for text."""
SETTINGS = {"ppt/presentation.xml", "ppt/viewProps.xml", "ppt/presProps.xml"}
"""The parts that may name sample slides."""

each = pytest.mark.parametrize("path", sampled({path.stem: path for path in REAL}))


@each
def test_opens_with_no_more_said_than_there_is_to_say(path: Path) -> None:
    assert opened(path.read_bytes())[1] == MENDED.get(path.stem, [])


@pytest.mark.slow
@each
def test_what_is_kept_is_byte_for_byte_as_it_was(path: Path) -> None:
    data = path.read_bytes()
    before, after = parts_of(data), parts_of(put_together(opened(data)[0]))
    kept = {name for name in after if not name.endswith(".rels") and name[0] != "["}
    changed = {name for name in kept - SETTINGS if after[name] != before.get(name)}
    filled = {"ppt/slideLayouts/slideLayout1.xml"} if path.stem in FILLED else set()
    assert changed == CHANGED.get(path.stem, filled)


@pytest.mark.slow
@each
def test_what_is_kept_leads_where_it_led(path: Path) -> None:
    """The relationships are written anew, and say the same."""
    data = path.read_bytes()
    before = read_package(data, Diagnostics(), path.name)
    after = read_package(put_together(opened(data)[0]), Diagnostics(), path.name)
    assert before is not None
    assert after is not None
    changed = {
        name[1:]
        for name, part in after.parts.items()
        if name[1:] not in SETTINGS and part.relationships != _relationships(before, name)
    }
    assert changed == CHANGED.get(path.stem, set())


def _relationships(package: ParsedPackage, name: str) -> tuple[ParsedRelationship, ...]:
    return package.parts[name].relationships if name in package.parts else ()


@pytest.mark.slow
@each
def test_masters_layouts_and_size_are_those_that_another_reader_sees(path: Path) -> None:
    data = path.read_bytes()
    template, _ = opened(data)
    after = pptx.Presentation(io.BytesIO(put_together(template)))
    assert len(after.slides) == 0
    assert template.width == after.slide_width
    if path.suffix == ".pptx" and path.stem not in MENDED:
        before = pptx.Presentation(io.BytesIO(data))
        assert template.width == before.slide_width
        assert template.height == before.slide_height
        assert [
            (
                str(master.part.partname),
                *(str(layout.part.partname) for layout in master.slide_layouts),
            )
            for master in before.slide_masters
        ] == [(name, *template.layout_part_names[name]) for name in template.master_part_names]


@pytest.mark.slow
@each
def test_lint_finds_nothing_in_what_is_kept(path: Path) -> None:
    assert faults_of(put_together(opened(path.read_bytes())[0])) == ()


@pytest.mark.slow
def test_the_validator_finds_nothing_that_was_not_there_before(tmp_path: Path) -> None:
    need("validator")
    made = {tmp_path / f"{path.stem}.pptx": path for path in REAL}
    for after, path in made.items():
        after.write_bytes(put_together(opened(path.read_bytes())[0]))
    assert validator.new_findings(made) == {}
