"""Templates that say nonsense: reading them never raises, and what can be read is read."""

import dataclasses
from collections.abc import Iterator

import pytest
from lxml import etree

from deckgen.opc.parsed_package import ParsedPackage
from deckgen.template.resolve.read_masters import read_masters
from deckgen.template.template import OpenedTemplate
from tests.template.small import COLORS, FILLS, FONTS, LIGHT_MAP, opened, shape

STYLE = (
    '<a:lvl1pPr marL="1" indent="-1" algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef>'
    '<a:spcPts val="600"/></a:spcBef><a:buClr><a:hslClr hue="1" sat="2" lum="3"/></a:buClr>'
    '<a:buFont typeface="Wingdings"/><a:buChar char="§"/><a:defRPr sz="1800" b="1" i="0" cap="all" '
    'spc="10"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="1"/><a:hueOff val="1"/><a:tint '
    'val="1"/><a:redMod val="1"/></a:schemeClr></a:solidFill><a:latin typeface="+mj-lt"/>'
    "</a:defRPr></a:lvl1pPr>"
)
BODY = 'lIns="1" tIns="1" rIns="1" bIns="1" numCol="2" spcCol="1" anchor="t" vert="vert"'
GROUP = (
    '<p:grpSp><p:nvGrpSpPr/><p:grpSpPr><a:xfrm><a:off x="1" y="1"/><a:ext cx="2" cy="2"/>'
    '<a:chOff x="1" y="1"/><a:chExt cx="3" cy="3"/></a:xfrm></p:grpSpPr>'
    + shape('idx="7"', turned=' rot="5400000"')
    + "</p:grpSp>"
)
RICH = opened(
    shape(style=STYLE, body=BODY) + GROUP + shape('type="title"'),
    shape(style=STYLE, body=BODY),
    styles=f"<p:bodyStyle>{STYLE}</p:bodyStyle>",
    defaults=STYLE,
    layout_map=LIGHT_MAP,
    layout_background='<p:bg><p:bgRef idx="1002"><a:schemeClr val="bg1"/></p:bgRef></p:bg>',
    override=f"{COLORS}{FONTS}{FILLS}",
)
NONSENSE = ("", "x", "-1", "0", "1e999", "NaN", "9" * 40, "-4294967296", "½", "50%", "1e9%", "7cm")


def attributes(template: OpenedTemplate) -> list[str]:
    """Return every kind of attribute that reading looks at, as element and name."""
    found = {
        f"{etree.QName(element).localname} {name}"
        for root in roots(template)
        for element in root.iter("{*}*")
        for name in map(str, element.attrib)
    }
    return sorted(found)


def roots(template: OpenedTemplate) -> Iterator[etree._Element]:
    return (part.root for part in template.package.parts.values() if part.root is not None)


def changed(template: OpenedTemplate, parts: dict[str, etree._Element | None]) -> OpenedTemplate:
    """Return a template with other roots for some of its parts."""
    read: ParsedPackage = template.package
    others = {
        name: dataclasses.replace(part, root=parts[name]) if name in parts else part
        for name, part in read.parts.items()
    }
    return template._replace(package=dataclasses.replace(read, parts=others))


def copies(template: OpenedTemplate) -> dict[str, etree._Element]:
    return {
        name: etree.fromstring(etree.tostring(part.root))
        for name, part in template.package.parts.items()
        if part.root is not None
    }


@pytest.mark.slow
@pytest.mark.parametrize("which", attributes(RICH))
def test_no_attribute_is_trusted(which: str) -> None:
    kind, name = which.split()
    for value in NONSENSE:
        parts = copies(RICH)
        for root in parts.values():
            for element in root.iter(f"{{*}}{kind}"):
                if name in element.attrib:
                    element.set(name, value)
        (master,) = read_masters(changed(RICH, dict(parts)))
        for one in master.layouts[0].layout.placeholders:
            assert min(one.box.cx, one.box.cy) > 0
            assert one.columns in range(1, 17)
            assert all(1 <= level.size <= 4000 for level in one.level_styles)


def kinds(template: OpenedTemplate) -> list[str]:
    return sorted(
        {etree.QName(one).localname for root in roots(template) for one in root.iter("{*}*")}
    )


@pytest.mark.slow
@pytest.mark.parametrize("kind", kinds(RICH))
def test_no_element_is_trusted_to_be_there_or_to_hold_anything(kind: str) -> None:
    missing, empty = copies(RICH), copies(RICH)
    for root in missing.values():
        for element in list(root.iter(f"{{*}}{kind}")):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    for root in empty.values():
        for element in root.iter(f"{{*}}{kind}"):
            del element[:]
    for parts in (missing, empty):
        (master,) = read_masters(changed(RICH, dict(parts)))
        assert len(master.layouts) == 1


@pytest.mark.parametrize(
    "name", [name for name in sorted(RICH.package.parts) if not name.startswith("/ppt/slide")]
)
def test_no_part_beside_masters_and_layouts_is_trusted_to_be_xml(name: str) -> None:
    (master,) = read_masters(changed(RICH, {name: None}))
    assert len(master.layouts) == 1


def test_a_master_and_its_layout_may_be_empty() -> None:
    empty = {
        name: etree.fromstring(
            f'<x:{etree.QName(root).localname} xmlns:x="{etree.QName(root).namespace}"/>'
        )
        for name, root in copies(RICH).items()
    }
    (master,) = read_masters(changed(RICH, dict(empty)))
    assert (master.name, master.body_levels) == ("Office", 1)
    assert master.layouts[0].layout.name == "Layout 1"
    assert master.layouts[0].layout.placeholders == ()
    assert (master.layouts[0].type, master.layouts[0].background) == ("cust", "FFFFFF")
