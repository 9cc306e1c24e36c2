"""Values of attributes are read in both notations, transitional and strict; others are None."""

from collections.abc import Callable

import pytest

from deckgen.ooxml_rules.attributes import (
    parse_emu,
    parse_flag,
    parse_integer,
    parse_points,
    parse_share,
    placeholder_index,
)


@pytest.mark.parametrize(
    ("parse", "value", "read"),
    [
        *((parse_flag, value, True) for value in ("1", "true", "on")),
        *((parse_flag, value, False) for value in ("0", "false", "off")),
        *((parse_flag, value, None) for value in (None, "", "yes", "TRUE")),
        (parse_integer, "-7", -7),
        (parse_integer, "4294967297", None),
        (parse_emu, "914400", 914_400),
        (parse_emu, "1in", 914_400),
        (parse_emu, "2.54cm", 914_400),
        (parse_emu, "wide", None),
        (parse_points, "1800", 18.0),
        (parse_points, "18pt", 18.0),
        (parse_share, "75000", 0.75),
        (parse_share, "75%", 0.75),
        (parse_share, "%", None),
        (placeholder_index, None, 0),
        (placeholder_index, " +12 ", 12),
        (placeholder_index, "4294967295", 4_294_967_295),
        *((placeholder_index, value, None) for value in ("", "-1", "1_2", "4294967296")),
    ],
)
def test_both_notations_are_read(
    parse: Callable[[str | None], object], value: str | None, read: object
) -> None:
    assert parse(value) == (pytest.approx(read) if isinstance(read, float) else read)
    assert isinstance(parse(value), type(read))
