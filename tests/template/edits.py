"""Changes of templates in tests: relationships, content types, and what must come of them."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.template.opened import opened, put_together, two_layouts
from tests.tools import validator
from tests.tools.packages import Edit, Parts, edited, parts_of, replace
from tests.validity import faults_of

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PML = "application/vnd.openxmlformats-officedocument.presentationml"
MAIN = f"{PML}.presentation.main+xml"
TYPES = "[Content_Types].xml"
PRESENTATION = "ppt/presentation.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
THEME = "ppt/theme/theme1.xml"


def related(source: str, id_: str, type_: str, target: str, mode: str = "") -> Edit:
    """Return an edit that adds a relationship to a part ("" for the package)."""
    folder, _, name = source.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels".lstrip("/")
    mode = f' TargetMode="{mode}"' if mode else ""
    entry = f'<Relationship Id="{id_}" Type="{type_}" Target="{target}"{mode}/></Relationships>'

    def edit(parts: Parts) -> None:
        empty = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            "</Relationships>"
        )
        parts.setdefault(rels, empty.encode())
        replace(rels, "</Relationships>", entry)(parts)

    return edit


def typed(part: str, content_type: str) -> Edit:
    entry = f'<Override PartName="/{part}" ContentType="{content_type}"/></Types>'
    return replace(TYPES, "</Types>", entry)


def set_after(part: str, old: str, new: str) -> Edit:
    return replace(part, old, old + new)


class Case(NamedTuple):
    name: str
    edits: list[Edit]
    codes: list[str]
    gone: tuple[str, str] = (LAYOUT, "there is no such text")
    """A part, and what may not stand in it any more."""


@cache
def _faults_before() -> tuple[str, ...]:
    return faults_of(two_layouts())


def check_mended(case: Case) -> None:
    """Check that a template is said to be mended, and is sound."""
    template, codes = opened(edited(two_layouts(), case.edits))
    assert codes == case.codes
    after = put_together(template)
    assert faults_of(after) == _faults_before()
    part, text = case.gone
    assert text not in parts_of(after)[part].decode()


def check_mended_for_good(case: Case) -> None:
    """Check that the result, opened again, has nothing to mend, and not a byte changes."""
    once = put_together(opened(edited(two_layouts(), case.edits))[0])
    template, codes = opened(once)
    assert set(codes) <= {"external-link"}
    assert put_together(template) == once


def check_valid(cases: Sequence[Case], folder: Path) -> None:
    """Check that Microsoft's validator finds nothing in the mended templates."""
    files = [folder / f"{number}.pptx" for number in range(len(cases))]
    for case, file in zip(cases, files, strict=True):
        file.write_bytes(put_together(opened(edited(two_layouts(), case.edits))[0]))
    found = validator.validate(files)
    faulty = {
        case.name: [str(one) for one in found[file]]
        for case, file in zip(cases, files, strict=True)
        if found[file]
    }
    assert faulty == {}
