"""Any text as a YAML scalar: our own reader and YAML's give it back as it was."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckgen.outline.syntax.decoding import has_control_characters
from deckgen.outline.syntax.nodes import Mapping, Scalar
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.yaml_text import yaml_scalar


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Titelfolie", "Titelfolie"),
        ("Titel und Inhalt (hell)", "Titel und Inhalt (hell)"),
        ("عنوان ومحتوى", "عنوان ومحتوى"),
        ("Bild: groß", "'Bild: groß'"),
        ("Layout #2", "'Layout #2'"),
        ("L'essentiel", "'L''essentiel'"),
        ('"Zitat"', "'\"Zitat\"'"),
        ("- Strich", "'- Strich'"),
        ("* Stern", "'* Stern'"),
        ("${town}", "'${town}'"),
        (" vorn", "' vorn'"),
        ("", "''"),
        ("No", "'No'"),
        ("2026", "'2026'"),
        ("0x1F", "'0x1F'"),
        ("2 Inhalte", "2 Inhalte"),
        ("12:30", "'12:30'"),
        ("zwei\nZeilen", '"zwei\\u000AZeilen"'),
        ('"\u202e" \\', '"\\"\\u202E\\" \\\\"'),
        ("fest\u00a0verbunden", '"fest\\u00A0verbunden"'),
    ],
)
def test_a_text_is_as_bare_as_it_may_be(text: str, written: str) -> None:
    assert yaml_scalar(text) == written


NAMES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.text("aZ9 :#'\"\\-*&!|>%@`{}[],?$=~.\n\t\u00a0\u2028é", max_size=12),
    st.lists(st.sampled_from(["yes", "null", "1e3", "0x1F", ": ", " #", "---", "..."])).map(
        "".join
    ),
)


@given(NAMES)
def test_yaml_itself_gives_it_back(text: str) -> None:
    assert yaml.safe_load(f"key: {yaml_scalar(text)}\n") == {"key": text}


@given(NAMES.filter(lambda text: not has_control_characters(text)))
def test_our_reader_gives_it_back_without_a_word(text: str) -> None:
    diagnostics = Diagnostics()
    node = parse("brand.yaml", f"key: {yaml_scalar(text)}  # why\n".encode(), diagnostics)
    assert isinstance(node, Mapping)
    value = node.get("key")
    assert isinstance(value, Scalar)
    assert value.text == text
    assert list(diagnostics) == []
