"""Colours of charts that cannot be told from their ground, or from one another."""

from __future__ import annotations

from tests.audit.corpus.fault import Fault, fault, filled
from tests.tools.packages import in_chart

CHARTS: tuple[Fault, ...] = (
    fault("chart-color-weak", 2, "Chart 2", in_chart("<c:cat>", f"{filled('EEEEEE')}<c:cat>")),
    fault(
        "chart-colors-alike",
        2,
        "Chart 2",
        in_chart("<c:cat>", f"{filled('336699')}<c:cat>"),
        in_chart(
            "</c:ser>",
            f'</c:ser><c:ser><c:idx val="1"/><c:order val="1"/>{filled("8A4B2F")}</c:ser>',
        ),
    ),
    fault(
        "chart-text-weak",
        2,
        "Chart 2",
        in_chart(
            '<a:defRPr sz="1800"/>',
            '<a:defRPr sz="1800"><a:solidFill><a:srgbClr val="BBBBBB"/></a:solidFill></a:defRPr>',
        ),
    ),
)
