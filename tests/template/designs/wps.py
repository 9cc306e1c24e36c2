"""WPS: the layouts of PowerPoint with Chinese names, and an ending of its own."""

from tests.template.designs.design import Box, Design, LayoutXml, level, placeholder, text_styles

_WPS_TITLE = placeholder("标题 1", 'type="title" hasCustomPrompt="1"', None)


def _wps_body(number: int, idx: int, box: Box | None = None, size: int = 0) -> str:
    levels = level(1, size, color="") if size else ""
    return placeholder(f"内容占位符 {number}", f'sz="half" idx="{idx}"', box, levels=levels)


def _wps_layout(name: str, attributes: str, *shapes: str) -> LayoutXml:
    return LayoutXml(name, f'{attributes} preserve="1" userDrawn="1"', shapes)


WPS = Design(
    (12192000, 6858000),
    "微软雅黑",
    (
        placeholder(
            "标题占位符 1",
            'type="title"',
            (608400, 608400, 10969200, 705600),
            body='<a:bodyPr anchor="ctr"><a:normAutofit/></a:bodyPr>',
        ),
        placeholder("文本占位符 2", 'type="body" idx="1"', (608400, 1490400, 10969200, 4759200)),
        placeholder(
            "日期占位符 3", 'type="dt" sz="half" idx="2"', (612000, 6314400, 2700000, 316800)
        ),
        placeholder(
            "页脚占位符 4", 'type="ftr" sz="quarter" idx="3"', (4116000, 6314400, 3960000, 316800)
        ),
        placeholder(
            "灯片编号占位符 5",
            'type="sldNum" sz="quarter" idx="4"',
            (8877600, 6314400, 2700000, 316800),
        ),
    ),
    text_styles(
        (3600, 1800, 1200), 9, attributes='marL="0" indent="0" algn="l"', mark="<a:buNone/>"
    ),
    (
        _wps_layout(
            "标题幻灯片",
            'type="title"',
            placeholder(
                "标题 1",
                'type="ctrTitle" hasCustomPrompt="1"',
                (1198800, 914400, 9799200, 2570400),
                body='<a:bodyPr anchor="b"/>',
                levels=level(1, 6000, color=""),
            ),
            placeholder(
                "副标题 2",
                'type="subTitle" idx="1"',
                (1198800, 3560400, 9799200, 1472400),
                levels=level(1, 2400, color=""),
            ),
        ),
        _wps_layout("标题和内容", 'type="obj"', _WPS_TITLE, _wps_body(2, 1)),
        _wps_layout(
            "节标题",
            'type="secHead"',
            placeholder(
                "标题 1",
                'type="title" hasCustomPrompt="1"',
                (1990800, 3848400, 7768800, 766800),
                levels=level(1, 4400, color=""),
            ),
            placeholder(
                "文本占位符 2",
                'type="body" idx="1"',
                (1990800, 4615200, 7768800, 867600),
                levels=level(1, 1800, color=""),
            ),
        ),
        _wps_layout(
            "两栏内容",
            'type="twoObj"',
            _WPS_TITLE,
            _wps_body(2, 1, (608400, 1501200, 5181600, 4748400)),
            _wps_body(3, 2, (6411600, 1501200, 5181600, 4748400)),
        ),
        _wps_layout("仅标题", 'type="titleOnly"', _WPS_TITLE),
        _wps_layout("空白", 'type="blank"'),
        _wps_layout("内容", 'type="objOnly"', _wps_body(1, 1, (608400, 774000, 10969200, 5482800))),
        _wps_layout(
            "末尾幻灯片",
            "",
            placeholder(
                "标题 1",
                'type="title" hasCustomPrompt="1"',
                (1198800, 2484000, 9799200, 1018800),
                levels=level(1, 6000, color=""),
            ),
            placeholder(
                "文本占位符 2",
                'type="body" sz="quarter" idx="13"',
                (1198800, 3560400, 9799200, 471600),
                levels=level(1, 2400, color=""),
            ),
        ),
    ),
)
