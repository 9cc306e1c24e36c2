"""File names from patterns: safe on every system, and never the same for two."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.project.output_names import (
    collisions,
    outline_prefix,
    output_name,
    pattern_fields,
    pattern_folder,
    safe_name,
    title_name,
    version_suffix,
)


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
        ("Йошкар-Ола", "йошкар-ола"),
        ("東京都の計画", "東京都の計画"),
        ("한국어 제목", "한국어-제목"),
        ("नमस्ते दुनिया", "नमस्ते-दुनिया"),
        ("น้ำใจ ไทย", "น้ำใจ-ไทย"),
        ("مرحبا بالعالم", "مرحبا-بالعالم"),
        ("می\u200cخواهم", "می-خواهم"),
        ("Ko\u00adope\u00adration", "kooperation"),
        ("Zu\u0308rich", "zuerich"),
        ("Pax\u0301os", "paxos"),
        ("...", "town"),
        ("\N{ROCKET}", "town"),
        ("x" * 300, "x" * 100),
        ("東" * 300, "東" * 50),
    ],
)
def test_words_become_a_safe_part_of_a_name(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text())
def test_no_words_lead_anywhere_else(text: str) -> None:
    name = safe_name(text)
    letters = [sign for sign in name if unicodedata.category(sign)[0] != "M"]
    assert re.fullmatch(r"(?:[^\W_]|-)*", "".join(letters))
    assert 0 < len(name.encode()) <= 150
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Die kommunale Perspektive", "die-kommunale-perspektive"),
        ("Городской совет", "городской-совет"),
        ("\N{ROCKET}", "deck"),
        ("word " * 30, "-".join(["word"] * 12)),
        ("東" * 300, "東" * 50),
    ],
)
def test_a_title_is_not_cut_within_a_word(title: str, name: str) -> None:
    assert title_name(title) == name


@pytest.mark.parametrize(
    ("outline", "stem"),
    [
        ("slides.yaml", ""),
        ("./slides.yaml", ""),
        ("kurz.yaml", "kurz-"),
        ("talk/slides.yaml", "talk-"),
        ("talk/../Slides.yml", ""),
        ("2026/Größe/slides.yaml", "2026-groesse-"),
        ("talk/Mein Vortrag.yml", "talk-mein-vortrag-"),
        ("../slides.yaml", "above-"),
        ("../herenot/slides.yaml", "herenot-"),
        ("../../kurz.yaml", "top-kurz-"),
    ],
)
def test_the_folder_and_the_name_of_an_outline_lead_the_names(
    outline: str, stem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "top/above/here"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    assert outline_prefix(outline) == stem
    assert outline_prefix(str((here / outline).resolve())) == stem


@pytest.mark.parametrize(
    ("tags", "words", "added"),
    [
        ([], [], ""),
        (["kurz"], [], "-kurz"),
        (["b", "a"], [], "-a-b"),
        ([], [("town", "Gera"), ("event.slot", "10")], "-event-slot-10-town-gera"),
    ],
)
def test_a_version_is_named_by_its_tags_and_words(
    tags: list[str], words: list[tuple[str, str]], added: str
) -> None:
    assert version_suffix(tags, words) == added


def test_long_versions_stay_apart() -> None:
    one, other = (version_suffix([], [("text", "long " * 50 + end)]) for end in "ab")
    assert one != other
    assert len(one) < 120


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
    assert pattern_folder(pattern) == folder


def test_fields() -> None:
    assert pattern_fields("a/{town}-{ x }.pptx") == ("town", "x")
