"""Keynote: a page of 1920 points, so that all sizes are twice as large as elsewhere.

Every layout says that it is “tx”. Subtitles, authors and attributions are bodies with an idx from
21 on, and a layout may have no title.
"""

from tests.template.designs.design import Box, Design, LayoutXml, level, placeholder

_KEYNOTE_TITLE = placeholder("Slide Title", 'type="title" hasCustomPrompt="1"', None)
_KEYNOTE_BODY = placeholder("Body Level One…", 'type="body" idx="1" hasCustomPrompt="1"', None)
_KEYNOTE_NUMBER = placeholder(
    "Slide Number", 'type="sldNum" sz="quarter" idx="2"', (11997689, 12700001, 388621, 429261)
)
_KEYNOTE = 'type="tx" showMasterSp="1" showMasterPhAnim="1"'


def _keynote_text(name: str, idx: int, box: Box, size: int) -> str:
    levels = "".join(
        level(n, size, attributes='marL="0" indent="0" algn="ctr"', mark="<a:buNone/>")
        for n in range(1, 6)
    )
    ph = f'type="body" sz="quarter" idx="{idx}" hasCustomPrompt="1"'
    return placeholder(name, ph, box, levels=levels)


def _keynote_title(name: str, box: Box, size: int, anchor: str) -> str:
    levels = level(1, size, color="", run='spc="-128"')
    body = f'<a:bodyPr anchor="{anchor}"/>'
    return placeholder(name, 'type="title" hasCustomPrompt="1"', box, body=body, levels=levels)


def _keynote_layout(name: str, *shapes: str) -> LayoutXml:
    return LayoutXml(name, _KEYNOTE, (*shapes, _KEYNOTE_NUMBER))


_KEYNOTE_SUBTITLE = _keynote_text("Slide Subtitle", 21, (1219200, 2384648, 21945600, 832614), 5500)
KEYNOTE = Design(
    (24384000, 13716000),
    "Arial",
    (
        placeholder(
            "Slide Title", 'type="title" hasCustomPrompt="1"', (1219200, 774700, 21945600, 1600200)
        ),
        placeholder(
            "Body Level One…",
            'type="body" idx="1" hasCustomPrompt="1"',
            (1219200, 4013200, 21945600, 8487148),
        ),
        _KEYNOTE_NUMBER,
    ),
    "".join(
        f"<p:{name}>"
        + "".join(
            level(
                n,
                size,
                attributes=f'marL="{546100 * n * hang}" indent="{-546100 * hang}" algn="{align}"',
                mark=mark,
            )
            for n in range(1, 10)
        )
        + f"</p:{name}>"
        for name, size, hang, align, mark in (
            ("titleStyle", 8400, 0, "ctr", "<a:buNone/>"),
            ("bodyStyle", 4800, 1, "l", '<a:buChar char="•"/>'),
            ("otherStyle", 2000, 0, "ctr", "<a:buNone/>"),
        )
    ),
    (
        _keynote_layout(
            "Title",
            _keynote_text("Body Level One…", 1, (1219200, 11986162, 21945599, 605792), 3000),
            _keynote_title("Presentation Title", (1219200, 3543300, 21945600, 4267200), 12800, "b"),
            _keynote_text("Body Level One…", 21, (1219200, 7567579, 21945600, 2250594), 6000),
        ),
        _keynote_layout("Title & Bullets", _KEYNOTE_TITLE, _KEYNOTE_BODY, _KEYNOTE_SUBTITLE),
        _keynote_layout("Bullets", _KEYNOTE_BODY),
        _keynote_layout(
            "Title, Bullets & Photo",
            placeholder(
                "Slide Title",
                'type="title" hasCustomPrompt="1"',
                (1219200, 774700, 9753600, 1600200),
            ),
            placeholder(
                "Sea against sky", 'type="pic" idx="21"', (12192644, 718588, 10972801, 12329625)
            ),
            _keynote_text("Body Level One…", 1, (1219200, 2387600, 9757569, 832612), 5500),
            placeholder(
                "Body Level One…",
                'type="body" sz="half" idx="22" hasCustomPrompt="1"',
                (1219199, 4023221, 9757571, 8384680),
            ),
        ),
        _keynote_layout(
            "Section",
            _keynote_title("Section Title", (1219200, 3242269, 21945600, 6604002), 12800, "ctr"),
        ),
        _keynote_layout("Title Only", _KEYNOTE_TITLE, _KEYNOTE_SUBTITLE),
        _keynote_layout(
            "Agenda",
            placeholder("Agenda Title", 'type="title" hasCustomPrompt="1"', None),
            _keynote_text("Body Level One…", 1, (1219200, 4013200, 21945600, 8385548), 6800),
            _keynote_text("Agenda Subtitle", 21, (1219200, 2387114, 21945602, 832614), 5500),
        ),
        _keynote_layout(
            "Statement",
            _keynote_text("Body Level One…", 1, (1219200, 4914900, 21945600, 3886200), 11600),
        ),
        _keynote_layout(
            "Big Fact",
            _keynote_text("Fact information", 21, (1219200, 8462239, 21945600, 820024), 5500),
            _keynote_text("Body Level One…", 1, (1219200, 1075927, 21945600, 7241584), 25000),
        ),
        _keynote_layout(
            "Quote",
            _keynote_text("Attribution", 21, (2430025, 10675453, 20200052, 832614), 5500),
            _keynote_text("Body Level One…", 1, (1753923, 4939860, 20876154, 3836281), 8500),
        ),
        _keynote_layout(
            "Photo", placeholder("Sea", 'type="pic" idx="21"', (0, -1270000, 24384000, 16256000))
        ),
        _keynote_layout("Blank"),
    ),
)
