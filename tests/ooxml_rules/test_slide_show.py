"""Sections and transitions, in the forms in which programs write them."""

import pytest

from deckgen.ooxml_rules.slide_show import section_starts, transition_effect
from deckgen.opc.xml_parser import parse_xml

_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def test_sections_by_their_first_slides() -> None:
    root = parse_xml(
        f"""<p:presentation {_P} {_P14}><p14:sectionLst>
        <p14:section name="Default Section"><p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst>
        </p14:section>
        <p14:section name="Costs"><p14:sldIdLst><p14:sldId id="257"/><p14:sldId id="258"/>
        </p14:sldIdLst></p14:section>
        <p14:section name="Empty"><p14:sldIdLst/></p14:section>
        </p14:sectionLst></p:presentation>""".encode()
    )
    assert section_starts(root) == {"257": "Costs"}


@pytest.mark.parametrize(
    ("xml", "effect"),
    [
        ("", "none"),
        ("<p:transition/>", "none"),
        ('<p:transition advTm="5000"><p:sndAc/></p:transition>', "none"),
        ("<p:transition><p:fade/></p:transition>", "fade"),
        (
            (
                "<mc:AlternateContent><mc:Choice><p:transition><p14:vortex/></p:transition>"
                "</mc:Choice><mc:Fallback><p:transition><p:fade/></p:transition></mc:Fallback>"
                "</mc:AlternateContent>"
            ),
            "vortex",
        ),
    ],
    ids=["no transition", "without an effect", "a time and a sound", "fade", "a choice"],
)
def test_how_a_slide_comes_on_stage(xml: str, effect: str) -> None:
    assert (
        transition_effect(parse_xml(f"<p:sld {_P} {_P14} {_MC}>{xml}</p:sld>".encode())) == effect
    )
