"""`deckgen pull` into CSV files: tables of a talk, and rows of which each is a town."""

import copy
import io
from pathlib import Path
from typing import Any

import pptx
import pytest

from tests.commands.test_pull import outline, run
from tests.sampled import sampled
from tests.tools.packages import saved

OUTLINE = """\
title: A talk
lang: en-GB
vars: {town: Gera}
slides:
  - title: What we want in ${town}
    bullets:
      - A square for all
  - title: What it costs
    table: {file: costs.csv}
"""
COSTS = "Item;Euro\r\nTrees;1200\r\nBänke;800\r\n".encode("cp1252")


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("slides.yaml").write_text(OUTLINE, encoding="utf-8")
    Path("costs.csv").write_bytes(COSTS)


@pytest.mark.slow
def test_words_of_all_rows_of_a_table_are_changed_only_if_asked_for() -> None:
    Path("towns.csv").write_bytes("town;price\r\nJéna;7\r\nWeida;9\r\n".encode("cp1252"))
    assert run("build", "-q", "--each", "towns.csv")[0] == 0
    presentation: Any = pptx.Presentation(io.BytesIO(Path("build/weida.pptx").read_bytes()))
    presentation.slides[0].placeholders[1].text_frame.paragraphs[0].runs[0].text = "A park for all"
    Path("edited.pptx").write_bytes(saved(presentation))
    code, said = run("pull", "edited.pptx")
    assert (code, outline()) == (4, OUTLINE)
    assert "Shared by all rows of the table; add --everywhere" in said
    assert run("pull", "edited.pptx", "--only-here")[0] == 2
    assert run("pull", "edited.pptx", "--everywhere")[0] == 0
    assert outline() == OUTLINE.replace("A square", "A park")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "after"),
    sampled(
        [
            ("Trees", "Büsche; alle", b'Item;Euro\r\n"B\xfcsche; alle";1200\r\nB\xe4nke;800\r\n'),
            ("1200", "1300", b"Item;Euro\r\nTrees;1300\r\nB\xe4nke;800\r\n"),
            ("Trees", "-5 or so", b"Item;Euro\r\n-5 or so;1200\r\nB\xe4nke;800\r\n"),
            ("Trees", "=1+1", "would take words that begin so for a formula"),
            ("Trees", "@SUM(1)|cmd", "would take words that begin so for a formula"),
            ("Trees", "-cmd|' /C calc'!A0", "would take words that begin so for a formula"),
            ("Trees", "日本", "saved in an old encoding without these letters"),
        ],
        every=6,
    ),
)
def test_cells_of_a_table_as_excel_saves_it(old: str, new: str, after: bytes | str) -> None:
    assert run("build", "-q")[0] == 0
    presentation: Any = pptx.Presentation("build/a-talk.pptx")
    for each in presentation.slides[1].shapes:
        for row in each.table.rows if each.has_table else ():
            for cell in row.cells:
                if cell.text == old:
                    cell.text_frame.paragraphs[0].runs[0].text = new
    Path("edited.pptx").write_bytes(saved(presentation))
    code, said = run("pull", "edited.pptx")
    expected = COSTS if isinstance(after, str) else after
    assert (code, Path("costs.csv").read_bytes()) == (4 if expected == COSTS else 0, expected)
    assert isinstance(after, bytes) or after in " ".join(said.split())


@pytest.mark.slow
@pytest.mark.parametrize(("words", "is_written"), [("Chairs", True), ("=1+1", False)])
def test_new_rows_of_a_csv_file_hold_no_formula(words: str, *, is_written: bool) -> None:
    assert run("build", "-q")[0] == 0
    presentation: Any = pptx.Presentation("build/a-talk.pptx")
    (rows,) = [each.table.rows for each in presentation.slides[1].shapes if each.has_table]
    new = copy.deepcopy(rows[2]._tr)
    rows[2]._tr.addnext(new)
    rows[3].cells[0].text_frame.paragraphs[0].runs[0].text = words
    Path("edited.pptx").write_bytes(saved(presentation))
    code, said = run("pull", "edited.pptx")
    after = COSTS + f"{words};800\r\n".encode() if is_written else COSTS
    assert (code, Path("costs.csv").read_bytes()) == (0 if is_written else 4, after), said
