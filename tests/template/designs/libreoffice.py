"""LibreOffice: contents without an idx, no list styles, no p:txStyles: sizes stand in samples."""

from tests.template.designs.design import Box, Design, LayoutXml, placeholder

_BODY = (
    '<a:bodyPr lIns="90000" rIns="90000" tIns="46800" bIns="46800" anchor="{}"><a:normAutofit/>'
    "</a:bodyPr>"
)
_MARK = (
    '<a:buClr><a:srgbClr val="111111"/></a:buClr><a:buSzPct val="45000"/><a:buFont'
    ' typeface="Wingdings" charset="2"/><a:buChar char="\uf06c"/>'
)
_LOOK = (
    '<a:rPr lang="de-DE" sz="{}" b="0"><a:solidFill><a:srgbClr val="111111"/></a:solidFill>'
    '<a:latin typeface="Arial"/></a:rPr>'
)


def _lo(
    number: int, ph: str, box: Box, size: int, *, anchor: str = "t", outline: bool = False
) -> str:
    """Return a placeholder that says in a sample how its text is set."""

    def sample(lvl: int) -> str:
        left, indent = (432000 * (lvl + 1), -324000) if outline else (0, 0)
        mark = _MARK if outline else "<a:buNone/>"
        return (
            f'<a:p><a:pPr lvl="{lvl}" marL="{left}" indent="{indent}">{mark}</a:pPr><a:r>'
            f"{_LOOK.format(size - 400 * lvl)}<a:t>Sample</a:t></a:r></a:p>"
        )

    text = "".join(sample(lvl) for lvl in range(3 if outline else 1))
    return placeholder(f"PlaceHolder {number}", ph, box, body=_BODY.format(anchor), text=text)


_LO_TITLE: Box = (838080, 365040, 10515600, 1325520)
_LO_CONTENT: Box = (838080, 1825200, 10515600, 4351320)
_LO_LEFT: Box = (838080, 1825200, 5131440, 4351320)
_LO_RIGHT: Box = (6226560, 1825200, 5131440, 4351320)


def _lo_layout(name: str, type_: str, *shapes: str) -> LayoutXml:
    return LayoutXml(name, f'type="{type_}" preserve="1"', shapes)


LIBREOFFICE = Design(
    (12192000, 6858000),
    "Arial",
    (
        _lo(1, 'type="title"', _LO_TITLE, 4400, anchor="ctr"),
        _lo(2, 'type="body"', _LO_CONTENT, 3200, outline=True),
        placeholder("PlaceHolder 3", 'type="dt" idx="1"', (838080, 6356520, 2743200, 365040)),
        placeholder("PlaceHolder 4", 'type="ftr" idx="2"', (4038480, 6356520, 4114800, 365040)),
        placeholder("PlaceHolder 5", 'type="sldNum" idx="3"', (8610480, 6356520, 2743200, 365040)),
    ),
    "",
    (
        _lo_layout("Blank Slide", "blank"),
        _lo_layout(
            "Title Slide",
            "tx",
            _lo(1, 'type="title"', _LO_TITLE, 4400, anchor="ctr"),
            _lo(2, 'type="subTitle"', _LO_CONTENT, 3200, anchor="ctr"),
        ),
        _lo_layout(
            "Title, Content",
            "obj",
            _lo(1, 'type="title"', _LO_TITLE, 4400, anchor="ctr"),
            _lo(2, "", _LO_CONTENT, 3200, outline=True),
        ),
        _lo_layout(
            "Title, 2 Content",
            "twoObj",
            _lo(1, 'type="title"', _LO_TITLE, 4400, anchor="ctr"),
            _lo(2, "", _LO_LEFT, 3200, outline=True),
            _lo(3, "", _LO_RIGHT, 3200, outline=True),
        ),
        _lo_layout(
            "Title Only", "titleOnly", _lo(1, 'type="title"', _LO_TITLE, 4400, anchor="ctr")
        ),
        _lo_layout(
            "Centered Text",
            "objOnly",
            _lo(1, 'type="subTitle"', (838080, 365040, 10515600, 6145560), 3200, anchor="ctr"),
        ),
    ),
)
