"""Templates whose styles say nothing: slides repeat how the sample text is set."""

import pytest
from lxml import etree

from deckgen.opc.xml_parser import NAMESPACES, Element
from deckgen.template.resolve.sample_text import list_style_xml, merged_samples, sample_style

WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'


def shape(*paragraphs: str) -> Element:
    declared = " ".join(f'xmlns:{p}="{NAMESPACES[p]}"' for p in ("a", "p", "r"))
    return etree.fromstring(f"<p:sp {declared}><p:txBody>{''.join(paragraphs)}</p:txBody></p:sp>")


def sample(level: str, characters: str) -> str:
    return f"<a:p>{level}<a:r><a:rPr {characters}</a:rPr><a:t>Sample</a:t></a:r></a:p>"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param((), "", id="no sample"),
        pytest.param(("<a:p><a:r><a:t>Sample</a:t></a:r></a:p>",), "", id="no size"),
        pytest.param(
            (sample('<a:pPr algn="ctr"/>', f'sz="3300" b="0">{WHITE}'),),
            f'<a:lvl1pPr algn="ctr"><a:defRPr sz="3300" b="0">{WHITE}</a:defRPr></a:lvl1pPr>',
            id="size, weight, colour",
        ),
        pytest.param(
            (sample('<a:pPr lvl="1"/>', 'sz="2000">'), sample("", 'sz="3300">')),
            '<a:lvl1pPr><a:defRPr sz="3300"/></a:lvl1pPr>'
            '<a:lvl2pPr><a:defRPr sz="2000"/></a:lvl2pPr>',
            id="levels in their order, whatever that of the sample",
        ),
        pytest.param(
            (
                sample('<a:pPr marL="10"/>', 'sz="2400">'),
                sample('<a:pPr lvl="1" marL="20"/>', 'sz="2000">'),
                sample('<a:pPr lvl="1" marL="30"/>', 'sz="1000">'),
            ),
            '<a:lvl1pPr marL="10"><a:defRPr sz="2400"/></a:lvl1pPr>'
            '<a:lvl2pPr marL="20"><a:defRPr sz="2000"/></a:lvl2pPr>',
            id="the first paragraph of each level counts",
        ),
        pytest.param(
            (
                sample(
                    '<a:pPr><a:spcAft><a:spcPts val="500"/></a:spcAft><a:buSzPct val="45000"/>'
                    '<a:buFont typeface="Wingdings"/><a:buChar char="n"/></a:pPr>',
                    'sz="2400">',
                ),
            ),
            '<a:lvl1pPr><a:spcAft><a:spcPts val="500"/></a:spcAft><a:buSzPct val="45000"/>'
            '<a:buFont typeface="Wingdings"/><a:buChar char="n"/><a:defRPr sz="2400"/></a:lvl1pPr>',
            id="spacing and bullets",
        ),
        pytest.param(
            (
                sample(
                    '<a:pPr><a:buBlip><a:blip r:embed="rId9"/></a:buBlip></a:pPr>',
                    'sz="2400" lang="de-DE"><a:hlinkClick r:id="rId1"/>',
                ),
            ),
            '<a:lvl1pPr><a:defRPr sz="2400"/></a:lvl1pPr>',
            id="what leads to other parts, or is the sample's own, is left out",
        ),
        pytest.param((sample("", 'sz="huge">'),), "", id="a size that is none"),
    ],
)
def test_a_sample_as_a_list_style(paragraphs: tuple[str, ...], expected: str) -> None:
    assert list_style_xml(sample_style(shape(*paragraphs))) == expected


def test_a_layout_has_the_last_word_but_on_colours() -> None:
    master = sample_style(
        shape(sample("", f'sz="2400">{WHITE}'), sample('<a:pPr lvl="1"/>', 'sz="2000">'))
    )
    layout = sample_style(shape(sample('<a:pPr algn="ctr"/>', 'sz="3200">')))
    assert list_style_xml(merged_samples(master, layout)) == (
        f'<a:lvl1pPr algn="ctr"><a:defRPr sz="3200">{WHITE}</a:defRPr></a:lvl1pPr>'
        '<a:lvl2pPr><a:defRPr sz="2000"/></a:lvl2pPr>'
    )
