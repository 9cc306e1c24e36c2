"""Google Slides: two names for a layout, nine levels and all attributes in each placeholder.

Its bodies are small, and marks and indents stand on every level.
"""

from tests.template.designs.design import Box, Design, LayoutXml, bar, level, placeholder

_GOOGLE_BODY = (
    '<a:bodyPr spcFirstLastPara="1" wrap="square" lIns="91425" tIns="91425" rIns="91425"'
    ' bIns="91425" anchor="{}" anchorCtr="0"><a:normAutofit/></a:bodyPr>'
)


def _google(
    name: str, ph: str, box: Box, size: int, *, anchor: str = "t", lower: int = 0, align: str = "l"
) -> str:
    def own_level(number: int) -> str:
        is_body = "body" in ph
        left = 457200 * number if is_body else 0
        indent = -342900 if is_body else 0
        mark = '<a:buSzPts val="1800"/>' + ('<a:buChar char="●"/>' if is_body else "<a:buNone/>")
        space = (
            '<a:lnSpc><a:spcPct val="115000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        )
        attributes = f'marL="{left}" lvl="{number - 1}" indent="{indent}" algn="{align}" rtl="0"'
        own = size if number == 1 else lower or size
        return level(number, own, attributes=attributes, mark=space + mark)

    levels = "".join(own_level(number) for number in range(1, 10))
    return placeholder(
        f"Google Shape;12;{name}", ph, box, body=_GOOGLE_BODY.format(anchor), levels=levels
    )


_GOOGLE_NUMBER = _google("p1", 'type="sldNum" idx="12"', (8472458, 4663217, 548700, 393600), 1000)
_GOOGLE_TITLE: Box = (311700, 445025, 8520600, 572700)


def _google_layout(name: str, attributes: str, *shapes: str) -> LayoutXml:
    return LayoutXml(name, attributes, (*shapes, _GOOGLE_NUMBER))


GOOGLE_SLIDES = Design(
    (9144000, 5143500),
    "Arial",
    (
        _google("p1", 'type="title"', _GOOGLE_TITLE, 2800),
        _google("p1", 'type="body" idx="1"', (311700, 1152475, 8520600, 3416400), 1800, lower=1400),
        _GOOGLE_NUMBER,
    ),
    "".join(
        f'<p:{name}><a:defPPr marR="0" lvl="0" algn="l" rtl="0"/>'
        + "".join(
            level(n, 1400, attributes='marR="0" lvl="0" algn="l" rtl="0"') for n in range(1, 10)
        )
        + f"</p:{name}>"
        for name in ("titleStyle", "bodyStyle", "otherStyle")
    ),
    (
        _google_layout(
            "TITLE",
            'matchingName="Title slide" type="title"',
            _google(
                "p2",
                'type="ctrTitle"',
                (311708, 744575, 8520600, 2052600),
                5200,
                anchor="b",
                align="ctr",
            ),
            _google(
                "p2",
                'type="subTitle" idx="1"',
                (311700, 2834125, 8520600, 792600),
                2800,
                align="ctr",
            ),
        ),
        _google_layout(
            "SECTION_HEADER",
            'matchingName="Section header" type="secHead"',
            _google(
                "p3",
                'type="title"',
                (311700, 2150850, 8520600, 841800),
                3600,
                anchor="ctr",
                align="ctr",
            ),
        ),
        _google_layout(
            "TITLE_AND_BODY",
            'matchingName="Title and body" type="tx"',
            _google("p4", 'type="title"', _GOOGLE_TITLE, 2800),
            _google(
                "p4", 'type="body" idx="1"', (311700, 1152475, 8520600, 3416400), 1800, lower=1400
            ),
        ),
        _google_layout(
            "TITLE_AND_TWO_COLUMNS",
            'matchingName="Title and two columns" type="twoColTx"',
            _google("p5", 'type="title"', _GOOGLE_TITLE, 2800),
            _google(
                "p5", 'type="body" idx="1"', (311700, 1152475, 3999900, 3416400), 1400, lower=1200
            ),
            _google(
                "p5", 'type="body" idx="2"', (4832400, 1152475, 3999900, 3416400), 1400, lower=1200
            ),
        ),
        _google_layout(
            "TITLE_ONLY",
            'matchingName="Title only" type="titleOnly"',
            _google("p6", 'type="title"', _GOOGLE_TITLE, 2800),
        ),
        _google_layout(
            "ONE_COLUMN_TEXT",
            'matchingName="One column text"',
            _google("p7", 'type="title"', (311700, 555600, 2808000, 755700), 2400, anchor="b"),
            _google("p7", 'type="body" idx="1"', (311700, 1389600, 2808000, 3179400), 1200),
        ),
        _google_layout(
            "MAIN_POINT",
            'matchingName="Main point"',
            _google("p8", 'type="title"', (490250, 450150, 6367800, 4090800), 4800, anchor="ctr"),
        ),
        _google_layout(
            "SECTION_TITLE_AND_DESCRIPTION",
            'matchingName="Section title and description"',
            bar((4572000, 0, 4572000, 5143500), "lt2"),
            _google(
                "p9",
                'type="title"',
                (265500, 1233175, 4045200, 1482300),
                4200,
                anchor="b",
                align="ctr",
            ),
            _google(
                "p9",
                'type="subTitle" idx="1"',
                (265500, 2803075, 4045200, 1235100),
                2100,
                align="ctr",
            ),
            _google(
                "p9",
                'type="body" idx="2"',
                (4939500, 724075, 3837000, 3695100),
                1800,
                lower=1400,
                anchor="ctr",
            ),
        ),
        _google_layout(
            "CAPTION_ONLY",
            'matchingName="Caption"',
            _google(
                "p10", 'type="body" idx="1"', (311700, 4230575, 5998800, 605100), 1800, anchor="ctr"
            ),
        ),
        _google_layout(
            "BIG_NUMBER",
            'matchingName="Big number"',
            _google(
                "p11",
                'type="title" hasCustomPrompt="1"',
                (311700, 1106125, 8520600, 1963500),
                12000,
                anchor="b",
                align="ctr",
            ),
            _google(
                "p11", 'type="body" idx="1"', (311700, 3152225, 8520600, 1300800), 1800, align="ctr"
            ),
        ),
        _google_layout("BLANK", 'matchingName="Blank" type="blank"'),
    ),
)

BY_HAND = Design(
    (9144000, 6858000),
    "Arial",
    (bar((0, 0, 9144000, 1295400), "accent4"),),
    GOOGLE_SLIDES.styles,
    (
        LayoutXml(
            "One line",
            'matchingName="One line"',
            (
                _google("p5", 'type="body" idx="1"', (457200, 1602000, 8229600, 4525200), 3200),
                _google("p5", 'type="body" idx="2"', (143999, 270000, 6336000, 831600), 2400),
            ),
        ),
        LayoutXml(
            "With a picture",
            'matchingName="With a picture"',
            (
                _google("p7", 'type="body" idx="1"', (356400, 1357200, 8499600, 831600), 3200),
                _google("p7", 'type="pic" idx="2"', (1641600, 2275199, 5857200, 3967200), 3200),
                _google("p7", 'type="body" idx="3"', (143999, 457200, 6336000, 644400), 2400),
            ),
        ),
    ),
)
"""Layouts that people made: no type and no title; the headline is a body, smaller than the text."""
