"""PowerPoint for the web: layouts that people of an organisation drew, without a type.

Names of their own, a bar across the top, texts with numbers from 10 on.
"""

from tests.template.designs.design import (
    Box,
    Design,
    LayoutXml,
    bar,
    level,
    placeholder,
    text_styles,
)

_WEB_BAR = bar((0, 0, 12192000, 720000), "dk2")
_WEB_TITLE = placeholder("Title 1", 'type="title"', None)


def _web_text(name: str, idx: int, box: Box, size: int) -> str:
    levels = level(1, size, attributes='marL="0" indent="0"', mark="<a:buNone/>")
    return placeholder(name, f'type="body" sz="quarter" idx="{idx}"', box, levels=levels)


def _web_layout(name: str, *shapes: str) -> LayoutXml:
    return LayoutXml(name, 'preserve="1" userDrawn="1"', shapes)


WEB = Design(
    (12192000, 6858000),
    "Arial",
    (
        placeholder(
            "Title Placeholder 1",
            'type="title"',
            (720000, 960000, 10752000, 900000),
            body='<a:bodyPr anchor="b"><a:normAutofit/></a:bodyPr>',
        ),
        placeholder(
            "Text Placeholder 2", 'type="body" idx="1"', (720000, 2040000, 10752000, 4080000)
        ),
        placeholder(
            "Date Placeholder 3", 'type="dt" sz="half" idx="2"', (720000, 6356350, 2743200, 365125)
        ),
        placeholder(
            "Footer Placeholder 4",
            'type="ftr" sz="quarter" idx="3"',
            (4038600, 6356350, 4114800, 365125),
        ),
        placeholder(
            "Slide Number Placeholder 5",
            'type="sldNum" sz="quarter" idx="4"',
            (8728800, 6356350, 2743200, 365125),
        ),
        _WEB_BAR,
    ),
    text_styles(
        (3200, 2000, 1200),
        9,
        attributes='marL="228600" indent="-228600"',
        mark='<a:buChar char="•"/>',
    ),
    (
        _web_layout(
            "Cover, dark",
            _WEB_TITLE,
            _web_text("Text Placeholder 2", 10, (720000, 2040000, 10752000, 480000), 2000),
            _web_text("Text Placeholder 3", 11, (720000, 2640000, 10752000, 480000), 1600),
        ),
        _web_layout(
            "1-Spalte",
            _WEB_TITLE,
            placeholder("Content Placeholder 2", 'idx="12"', (720000, 2040000, 10752000, 4080000)),
        ),
        _web_layout(
            "2-Spalten",
            _WEB_TITLE,
            placeholder(
                "Content Placeholder 2", 'sz="half" idx="12"', (720000, 2040000, 5256000, 4080000)
            ),
            placeholder(
                "Content Placeholder 3", 'sz="half" idx="13"', (6216000, 2040000, 5256000, 4080000)
            ),
        ),
        _web_layout("Nur Titel", _WEB_TITLE),
    ),
)
