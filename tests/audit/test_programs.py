"""Decks of other programs, made here: what they lack is found, and nothing else.

What each deck must be told was judged on its slides, as LibreOffice draws them, and in its XML.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.audit.test_other_decks import told
from tests.tools import libreoffice
from tests.tools.needs import need
from tests.tools.packages import clean_deck, png

ROOT = Path(__file__).parents[2]
PPTXGENJS = ROOT / "build" / "tools" / "bench" / "node_modules" / "pptxgenjs"

MARKDOWN = """\
% The plan
% Ada

# Part one

## The plan of the town

- A first point
- A second one

## Numbers

| Town | 2024 |
|------|------|
| Gera | 12   |

## A picture

![A red field](red.png)
"""
SCRIPT = """\
const [tools, target] = process.argv.slice(1);
const PptxGenJS = require(tools);
const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
deck.title = "The plan";
const place = (name, type, y, h) => ({
  placeholder: { options: { name, type, x: 0.6, y, w: 12.1, h, fontSize: 24 }, text: "" },
});
deck.defineSlideMaster({
  title: "WORDS",
  objects: [place("title", "title", 0.4, 1.2), place("body", "body", 1.8, 5)],
});
const words = deck.addSlide({ masterName: "WORDS" });
words.addText("The plan of the town", { placeholder: "title" });
words.addText(
  [{ text: "A first point", options: { bullet: true, breakLine: true } },
   { text: "A second one", options: { bullet: true } }],
  { placeholder: "body" });
words.addNotes("What to say");
const boxes = deck.addSlide();
boxes.addText("Pale words on white", { x: 1, y: 2, w: 8, h: 1, fontSize: 20, color: "DDDDDD" });
boxes.addTable([["Town", "2024"], ["Gera", "12"]], { x: 1, y: 3, w: 6, fontSize: 18 });
boxes.addChart(
  "bar",
  ["Tons", "More"].map((name) => ({ name, labels: ["North", "South"], values: [1, 2] })),
  { x: 1, y: 4.5, w: 6, h: 2.5 });
deck.writeFile({ fileName: target });
"""


@pytest.mark.slow
def test_a_deck_of_pandoc(tmp_path: Path) -> None:
    pandoc = pytest.importorskip("pypandoc").get_pandoc_path()
    (tmp_path / "red.png").write_bytes(png())
    (tmp_path / "talk.md").write_text(MARKDOWN, encoding="utf-8")
    subprocess.run([pandoc, "talk.md", "-o", "talk.pptx"], cwd=tmp_path, check=True, timeout=60)
    # It puts the name of a picture's file for its alternative text, gives two shapes one id, and
    # leaves the theme of a notes master behind where there are no notes.
    assert told((tmp_path / "talk.pptx").read_bytes(), "talk.pptx") == {
        None: ("orphan-part",),
        5: ("alt-file-name", "duplicate-shape-id"),
    }


@pytest.mark.slow
@pytest.mark.skipif(not PPTXGENJS.is_dir(), reason="needs PptxGenJS: make bench")
def test_a_deck_of_pptxgenjs(tmp_path: Path) -> None:
    node = shutil.which("node")
    assert node
    target = tmp_path / "talk.pptx"
    command = [node, "-e", SCRIPT, str(PPTXGENJS), str(target)]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=60)
    assert told(target.read_bytes(), "talk.pptx") == {
        # PowerPoint opens its decks in spite of these.
        None: (
            *("chart-axis-undefined", "content-type-without-part", "content-type-wrong"),
            *("notes-master-late", "shared-theme"),
        ),
        2: (
            *("alt-missing", "chart-colors-alike", "contrast-weak", "table-header-missing"),
            *("title-missing",),
        ),
    }


@pytest.mark.slow
def test_a_deck_of_libreoffice(tmp_path: Path) -> None:
    need("libreoffice")
    source = tmp_path / "clean.pptx"
    source.write_bytes(clean_deck())
    saved = libreoffice.saved_as_odp_between([source], tmp_path)[0]
    # It loses the text of the chart and the header row, and sets words of the chart in 10 points.
    assert told(saved.read_bytes(), "saved.pptx") == {
        None: ("duplicate-shape-id",) * 3,
        2: ("alt-missing", "chart-text-tiny", "table-header-missing"),
    }
