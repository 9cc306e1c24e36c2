"""Files that are no template, or mean harm: an error that says what to do, never a traceback."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.audit.validity import package_rules, presentation_rules
from deckgen.audit.validity.fault import code_of
from deckgen.opc import zip_reader as entries
from deckgen.support.diagnostics import Diagnostics, Severity
from deckgen.support.xml_text import NAMESPACES
from deckgen.template.package import open_template as opening
from tests.opc.test_package_reader import encrypted, zip_of
from tests.sampled import sampled
from tests.template.edits import (
    LAYOUT,
    LAYOUT_RELS,
    MAIN,
    MASTER,
    MASTER_RELS,
    PRESENTATION,
    THEME,
    TYPES,
    R,
    related,
)
from tests.template.opened import opened, plain_template, put_together, tried
from tests.tools.packages import (
    Edit,
    Parts,
    clean_deck,
    damaged,
    edited,
    nonsense,
    parts_of,
    remove,
    replace,
)
from tests.validity import check_validity

WORD = f"{MAIN.partition('presentationml')[0]}wordprocessingml.document.main+xml"
EXCEL = f"{MAIN.partition('presentationml')[0]}spreadsheetml.sheet.main+xml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def other(content_type: str) -> bytes:
    """Return a package whose main part is no presentation."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/main.xml" ContentType="{content_type}"/></Types>'
    )
    rels = (
        f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1"'
        f' Type="{R}/officeDocument" Target="main.xml"/></Relationships>'
    )
    return zip_of((TYPES, types.encode()), ("_rels/.rels", rels.encode()), ("main.xml", b"<x/>"))


def changed(*edits: Edit) -> bytes:
    return edited(plain_template(), edits)


def strict() -> bytes:
    old = "http://schemas.openxmlformats.org/presentationml/2006/main"
    return changed(replace(PRESENTATION, old, "http://purl.oclc.org/ooxml/presentationml/main"))


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def with_doctype(part: str) -> bytes:
    def edit(parts: Parts) -> None:
        start = parts[part].index(b"?>") + 2
        parts[part] = parts[part][:start] + DOCTYPE.encode() + parts[part][start:]

    return changed(edit)


REFUSED: list[tuple[str, Callable[[], bytes], str, str]] = [
    ("nothing", lambda: b"", "empty-file", "empty"),
    ("text", lambda: b"title: no deck", "not-a-template", "a text file"),
    ("a PDF", lambda: b"%PDF-1.7", "not-a-template", "a PDF file"),
    ("a picture", lambda: b"\x89PNG\r\n\x1a\n", "not-a-template", "a PNG picture"),
    ("a web page", lambda: b"\n<!DOCTYPE html><html>", "not-a-template", "a web page"),
    (
        "a pointer",
        lambda: b"version https://git-lfs.github.com/spec/v1\n",
        "not-a-template",
        "Git LFS",
    ),
    ("cut off", lambda: plain_template()[:20_000], "not-a-zip", "cut off"),
    ("a .ppt", lambda: entries.COMPOUND_FILE + bytes(600), "encrypted-or-old", "password"),
    ("a zip with a password", encrypted, "encrypted", "password"),
    ("a zip of pictures", lambda: zip_of(("a.png", b"a")), "not-a-template", "no presentation"),
    ("a Word document", lambda: other(WORD), "not-a-template", "a Word document"),
    ("an Excel workbook", lambda: other(EXCEL), "not-a-template", "an Excel workbook"),
    (
        "a theme",
        lambda: other("application/vnd.openxmlformats-officedocument.themeManager+xml"),
        "not-a-template",
        "an Office theme",
    ),
    (
        "a presentation of Impress",
        lambda: zip_of(("mimetype", b"application/vnd.oasis.opendocument.presentation")),
        "not-a-template",
        "OpenDocument",
    ),
    ("a Keynote file", lambda: zip_of(("Index/Slide.iwa", b"")), "not-a-template", "Keynote"),
    ("strict", strict, "strict-presentation", "Strict"),
    ("no presentation", lambda: changed(remove(PRESENTATION)), "not-a-template", "no presentation"),
    ("a zip bomb", lambda: zip_of(("a.xml", bytes(80 << 20))), "too-large", "80 MB"),
    ("no relationships", lambda: changed(remove("_rels/.rels")), "not-a-template", "no pres"),
    (
        "a presentation that is not well-formed",
        lambda: changed(replace(PRESENTATION, "</p:presentation>", "")),
        "xml-not-well-formed",
        "presentation.xml",
    ),
    ("a growing entity", lambda: with_doctype(PRESENTATION), "xml-doctype", "presentation.xml"),
    ("an entity in a master", lambda: with_doctype(MASTER), "xml-doctype", "slideMaster1.xml"),
    ("an entity in a theme", lambda: with_doctype(THEME), "xml-doctype", "theme1.xml"),
    (
        "an entity in relationships",
        lambda: with_doctype(MASTER_RELS),
        "xml-doctype",
        "slideMaster1.xml.rels",
    ),
    (
        "a damaged part",
        lambda: damaged(plain_template(), LAYOUT),
        "part-damaged",
        "slideLayout2.xml",
    ),
    ("no master", lambda: changed(remove(MASTER)), "no-master", "no slide master"),
]


@pytest.mark.parametrize(
    ("data", "code", "words"),
    sampled([case[1:] for case in REFUSED], every=8),
    ids=[case[0] for case in REFUSED],
)
def test_refused_with_what_it_is_and_the_way_out(
    data: Callable[[], bytes], code: str, words: str
) -> None:
    template, found = tried(data())
    assert template is None
    (error,) = (finding for finding in found if finding.severity is Severity.ERROR)
    assert error.code == code
    assert error.message.startswith("brand.potx")
    assert words in error.message
    assert error.hint
    assert str(error.span) == "talk.yaml:3:8"


SMALL_LAYOUT = f"<p:sldLayout {NAMESPACES}><p:cSld><p:spTree/></p:cSld></p:sldLayout>"


def with_layouts(number: int) -> bytes:
    """Return a template with so many layouts that its parts cannot be counted on fingers."""

    def edit(parts: Parts) -> None:
        numbers = range(100, 100 + number)
        ids = "".join(f'<p:sldLayoutId id="{2147490000 + n}" r:id="x{n}"/>' for n in numbers)
        replace(MASTER, "</p:sldLayoutIdLst>", f"{ids}</p:sldLayoutIdLst>")(parts)
        rels = "".join(
            f'<Relationship Id="x{n}" Type="{R}/slideLayout"'
            f' Target="../slideLayouts/slideLayout{n}.xml"/>'
            for n in numbers
        )
        replace(MASTER_RELS, "</Relationships>", f"{rels}</Relationships>")(parts)
        for n in numbers:
            parts[f"ppt/slideLayouts/slideLayout{n}.xml"] = SMALL_LAYOUT.encode()
            parts[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = parts[LAYOUT_RELS]

    return changed(edit)


@pytest.mark.slow
def test_ten_thousand_parts() -> None:
    template, codes = opened(with_layouts(10_000))
    assert codes == ["content-types-mended"]
    assert [len(names) for names in template.layout_part_names.values()] == [10_011]


def test_more_parts_than_a_deck_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_KEPT", 20)
    template, found = tried(with_layouts(20))
    assert template is None
    assert "too-large" in [finding.code for finding in found]


RULES = (*package_rules.IN_EACH_PART, *package_rules.ACROSS_PARTS, *presentation_rules.RULES)
PACKAGE_RULES = {code_of(rule) for rule in RULES}
"""What a package must be; what stands inside of layouts is not the business of opening."""


def sound_or_refused(data: bytes) -> None:
    """Whatever was done to a template, it is refused with a hint, or makes a deck that is sound."""
    template, found = tried(data)
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    if template is None:
        assert errors
        return
    assert errors == []
    diagnostics = Diagnostics()
    check_validity(put_together(template), diagnostics)
    assert [str(finding) for finding in diagnostics if finding.code in PACKAGE_RULES] == []


@pytest.mark.slow
@given(st.data())
def test_damage_to_the_file(data: st.DataObject) -> None:
    template = bytearray(clean_deck())
    for _ in range(data.draw(st.integers(1, 8))):
        template[data.draw(st.integers(0, len(template) - 1))] = data.draw(st.integers(0, 255))
    sound_or_refused(bytes(template))


@pytest.mark.slow
@given(st.data())
def test_parts_that_are_missing_or_in_each_others_place(data: st.DataObject) -> None:
    def spoil(parts: Parts) -> None:
        for _ in range(data.draw(st.integers(1, 4))):
            names = sorted(parts)
            one, other = (data.draw(st.sampled_from(names)) for _ in range(2))
            match data.draw(st.sampled_from(("remove", "swap", "copy", "rename"))):
                case "remove":
                    parts.pop(one)
                case "swap":
                    parts[one], parts[other] = parts[other], parts[one]
                case "copy":
                    parts[other] = parts[one]
                case _:
                    parts[one.upper()] = parts.pop(one)

    twice = data.draw(st.lists(st.sampled_from(sorted(parts_of(clean_deck()))), max_size=2))
    whole = edited(clean_deck(), (), twice=twice)
    sound_or_refused(edited(whole, [spoil]) if data.draw(st.booleans()) else whole)


@pytest.mark.slow
@given(st.data())
def test_nonsense_in_the_parts(data: st.DataObject) -> None:
    """Any few attributes set to nonsense, any few elements taken away."""
    sound_or_refused(edited(clean_deck(), [nonsense(data)]))


def test_a_relationship_that_climbs_out_of_the_package_leads_nowhere() -> None:
    edit = related(LAYOUT, "rId9", f"{R}/image", "../../../../../../etc/hostname")
    template, codes = opened(changed(edit))
    assert codes == ["dangling-removed"]
    parts = parts_of(put_together(template))
    assert [name for name, data in parts.items() if b"hostname" in data] == []
