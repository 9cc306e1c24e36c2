"""XML is read in bounds: how much of it, how deep, in which encodings."""

import pytest

from deckgen.opc.xml_parser import (
    MOST_LEVELS,
    MOST_MARKS,
    UnreadableXMLError,
    XMLBudget,
    is_same_xml,
    parse_xml,
)


def nested(levels: int) -> bytes:
    return b"<a>" * levels + b"</a>" * levels


def refused(data: bytes, budget: XMLBudget | None = None) -> str:
    """Return the code with which a part is refused; empty if it is read."""
    try:
        parse_xml(data, budget)
    except UnreadableXMLError as unreadable:
        return unreadable.code
    return ""


@pytest.mark.parametrize("mark", [b"<", b"="])
def test_elements_and_attributes_of_all_parts_are_counted_together(mark: bytes) -> None:
    budget = XMLBudget()
    budget.spend(mark * (MOST_MARKS - 2))
    assert refused(b'<a b="c"/>', budget) == ""
    assert refused(b"<a/>", budget) == "too-large"
    assert refused(b"<a/>", XMLBudget()) == ""


def test_a_part_alone_may_have_as_many_as_a_package() -> None:
    assert refused(b"<a>" + b"=" * MOST_MARKS + b"</a>") == "too-large"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (nested(MOST_LEVELS), ""),
        (nested(MOST_LEVELS + 1), "xml-too-deep"),
        (b"<!DOCTYPE a><a/>", "xml-doctype"),
        ("\ufeff<a>ä</a>".encode(), ""),
        ('<?xml version="1.0" encoding="UTF-16"?><a>ä</a>'.encode("utf-16"), ""),
        ('<?xml version="1.0"?><a>ä</a>'.encode("utf-16-be"), ""),
        ('<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16"), "xml-doctype"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe4</a>', ""),
        (b'<?xml version="1.0" encoding="UTF-7"?><a/>', "xml-not-well-formed"),
        (b"a<a/>", "xml-not-well-formed"),
        (b"<a>", "xml-not-well-formed"),
        (b"", "xml-not-well-formed"),
    ],
    ids=[
        *("deep", "too deep", "DOCTYPE", "UTF-8 with a mark", "UTF-16", "UTF-16 without a mark"),
        *("DOCTYPE in UTF-16", "Latin-1", "UTF-7", "words before", "cut off", "nothing"),
    ],
)
def test_what_is_read_and_what_is_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_words_are_the_same_in_every_encoding() -> None:
    texts = [
        parse_xml(f'<?xml version="1.0" encoding="{name}"?><a>ä</a>'.encode(name)).text
        for name in ("UTF-8", "UTF-16", "ISO-8859-1", "WINDOWS-1252")
    ]
    assert texts == ["ä"] * 4


SAME = b"<a xmlns='n' x='1' y='2'><b>w</b></a>"


@pytest.mark.parametrize(
    "other",
    [
        b"<p:a xmlns:p='n' x='1' y='2'><p:b>w</p:b></p:a>",
        b"<a xmlns='n' y='2' x='1'>\n  <b>w</b>\n</a>",
    ],
)
def test_the_same_xml_may_be_spelled_in_several_ways(other: bytes) -> None:
    assert is_same_xml(parse_xml(SAME), parse_xml(other))


@pytest.mark.parametrize(
    "other",
    [
        b"<a x='1' y='2'><b>w</b></a>",
        b"<a xmlns='n' x='1' y='3'><b>w</b></a>",
        b"<a xmlns='n' x='1' y='2'><b>v</b></a>",
        b"<a xmlns='n' x='1' y='2'><b>w</b><b>w</b></a>",
        b"<a xmlns='n' x='1' y='2'><c>w</c></a>",
    ],
)
def test_other_xml_is_not_the_same(other: bytes) -> None:
    assert not is_same_xml(parse_xml(SAME), parse_xml(other))
