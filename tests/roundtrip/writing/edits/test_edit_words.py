"""What a colleague typed where a chart has a number is written, or told with its cell."""

import pytest

from tests.roundtrip.edits_by_hand import chart_points
from tests.roundtrip.pulling import MAIN, pulled

DATA = {
    "a text": "      data: |\n        Year; Trees\n        2024; 5\n        2025; 7\n",
    "rows": "      data:\n        - [Year, Trees]\n        - [2024, 5]\n        - [2025, 7]\n",
    "a file": "      data: trees.csv\n",
}
CSV = "Year;Trees\n2024;5\n2025;7\n"
WHY = {
    "#DIV/0!": "“#DIV/0!” is no number: type one, or leave the cell empty.",
    "": 'It has no number any longer: type "-" there.',
}


@pytest.mark.slow
@pytest.mark.parametrize("data", DATA)
@pytest.mark.parametrize("typed", ["8", *WHY])
def test_only_numbers_are_written_where_a_chart_has_one(typed: str, data: str) -> None:
    outline = (
        f"title: A talk\nslides:\n  - title: Trees\n    chart:\n      kind: line\n{DATA[data]}"
    )
    result = pulled({MAIN: outline, "trees.csv": CSV}, chart_points({"7": typed}))
    if typed in WHY:
        assert [(each.result, each.why) for each in result.outcomes] == [("refused", WHY[typed])]
        assert result.files == {}
    else:
        assert result.results == ["taken"]
        name, before = ("trees.csv", CSV) if data == "a file" else (MAIN, outline)
        assert result.files == {name: before.replace("7", typed)}
