"""File names from patterns: safe on every system, and never the same for two."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.outputs import collisions, fields, file_name, folder_of, output_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gera", "gera"),
        ("Bad Köstritz", "bad-koestritz"),
        ("Weißenburg i. Bay.", "weissenburg-i-bay"),
        ("Łódź", "lodz"),
        ("Saint-Étienne", "saint-etienne"),
        ("Αθήνα", "αθηνα"),
        ("София", "софия"),
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c:d*e?", "a-b-c-d-e"),
        ("...", "town"),
        ("x" * 300, "x" * 100),
    ],
)
def test_words_become_a_safe_part_of_a_name(text: str, name: str) -> None:
    assert file_name(text) == name


@given(st.text())
def test_no_words_lead_anywhere_else(text: str) -> None:
    name = file_name(text)
    assert re.fullmatch(r"(?:[^\W_]|-)+", name)
    assert file_name(name) == name


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("build/{town}.pptx", "build/gera.pptx"),
        ("{ town }-{state}.pptx", "gera-thueringen.pptx"),
        ("out/{state}/{town}.pptx", "out/thueringen/gera.pptx"),
        ("plain.pptx", "plain.pptx"),
    ],
)
def test_patterns(pattern: str, name: str) -> None:
    assert output_name(pattern, {"town": "Gera", "state": "Thüringen"}) == name


@pytest.mark.parametrize("device", ["con", "PRN", "Aux", "NUL", "com1", "LPT9"])
def test_names_of_windows_devices_are_changed(device: str) -> None:
    small = device.lower()
    assert output_name("b/{town}.pptx", {"town": device}) == f"b/{small}_.pptx"
    assert output_name("{town}/a.pptx", {"town": device}) == f"{small}_/a.pptx"
    assert output_name("{town}.v2.pptx", {"town": device}) == f"{small}_.v2.pptx"


def test_a_field_without_words_is_told() -> None:
    with pytest.raises(KeyError):
        output_name("{twon}.pptx", {"town": "Gera"})


def test_collisions_are_found_whatever_the_capitals() -> None:
    assert collisions(["a/Gera", "a/gera", "b/gera", "c"]) == {"a/Gera", "a/gera"}


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [("build/{town}.pptx", "build"), ("a/b/{x}/{y}.pptx", "a/b"), ("{town}.pptx", "")],
)
def test_the_folder_of_a_pattern_is_what_all_names_share(pattern: str, folder: str) -> None:
    assert folder_of(pattern) == folder


def test_fields() -> None:
    assert fields("a/{town}-{ x }.pptx") == ("town", "x")
