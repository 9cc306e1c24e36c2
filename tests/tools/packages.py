"""Decks to test with: a clean one with something of everything, and surgery on its parts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from hypothesis import strategies as st
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Parts: TypeAlias = dict[str, bytes]
Edit: TypeAlias = Callable[[Parts], None]
"""A change of a package's parts, in place."""

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

SECTIONS = (
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst'
    ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section'
    ' name="All" id="{6F2C9E0B-4D3C-4E5A-9B1D-0123456789AB}"><p14:sldIdLst><p14:sldId id="256"/>'
    '<p14:sldId id="257"/><p14:sldId id="258"/></p14:sldIdLst></p14:section></p14:sectionLst>'
    "</p:ext></p:extLst></p:presentation>"
)


@cache
def clean_deck() -> bytes:
    """Return a deck of three slides that neither lint nor the validator objects to.

    1: a title, bullets of two levels, every mark, a link and a jump. 2: a chart, a table, notes.
    3: a title, a picture with a description; hidden. They are in one section.
    """
    deck = Presentation()
    deck.core_properties.title = "A clean deck"
    deck.core_properties.author = "Ada"
    deck.core_properties.language = "en-GB"
    slides = [deck.slides.add_slide(deck.slide_layouts[n]) for n in (1, 5, 5)]
    for slide, title in zip(slides, ("Words", "Numbers", "Pictures"), strict=True):
        slide.shapes.title.text = title
    _fill_words(slides[0], slides[2])
    _fill_numbers(slides[1])
    _fill_pictures(slides[2])
    for root in (*(slide._element for slide in slides), slides[1].notes_slide._element):
        for run in root.iter(f"{A}r"):
            run.get_or_add_rPr().set("lang", "en-GB")
    return edited(saved(deck), [_list_notes_master, _add_section, _make_axis_ids_positive])


def _fill_words(slide: Any, jump_to: Any) -> None:
    """Set a body with levels, marks and links."""
    frame = slide.placeholders[1].text_frame
    frame.text = "Plain "
    runs = {name: frame.paragraphs[0].add_run() for name in ("bold", "both", "web", "jump")}
    for name, run in runs.items():
        run.text = name
    runs["bold"].font.bold = True
    runs["both"].font.bold = runs["both"].font.italic = True
    runs["web"].hyperlink.address = "https://example.org/"
    below = frame.add_paragraph()
    below.text = "Second level"
    below.level = 1
    link = (
        runs["jump"]
        ._r.get_or_add_rPr()
        .add_hlinkClick(
            slide.part.relate_to(
                jump_to.part,
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide",
            )
        )
    )
    link.set("action", "ppaction://hlinksldjump")


def _fill_numbers(slide: Any) -> None:
    """Set a chart, a table, and notes."""
    new_data: Any = CategoryChartData  # python-pptx gives chart data no types
    data = new_data()
    data.categories = ["North", "South"]
    data.add_series("Tons", (1.5, 2))
    place = Cm(1), Cm(5), Cm(8), Cm(6)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "Tons by region")
    table = slide.shapes.add_table(2, 2, Cm(11), Cm(5), Cm(8), Cm(2)).table
    for row, words in enumerate((("Name", "Value"), ("a", "1"))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    slide.notes_slide.notes_text_frame.text = "What to say"


def _fill_pictures(slide: Any) -> None:
    """Set a picture with a description, and hide the slide."""
    picture = slide.shapes.add_picture(io.BytesIO(png()), Cm(2), Cm(5), Cm(4), Cm(3))
    picture._element.nvPicPr.cNvPr.set("descr", "A red field")
    slide._element.set("show", "0")


def png(colour: str = "red", size: tuple[int, int] = (8, 6)) -> bytes:
    """Return a small picture of one colour."""
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, "PNG")
    return stream.getvalue()


def _list_notes_master(parts: Parts) -> None:
    """Add the list of notes masters, which python-pptx never writes."""
    rels = parts["ppt/_rels/presentation.xml.rels"]
    found = re.search(rb'Id="(\w+)" Type="[^"]*/notesMaster"', rels)
    assert found
    entry = (
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{found[1].decode()}"/></p:notesMasterIdLst>'
    )
    replace("ppt/presentation.xml", "</p:sldMasterIdLst>", f"</p:sldMasterIdLst>{entry}")(parts)


def _add_section(parts: Parts) -> None:
    """Put all slides into one section."""
    replace("ppt/presentation.xml", "</p:presentation>", SECTIONS)(parts)


def _make_axis_ids_positive(parts: Parts) -> None:
    """Drop the minus signs that python-pptx writes."""
    for name in parts:
        if name.startswith("ppt/charts/chart"):
            parts[name] = parts[name].replace(b'val="-2', b'val="2')


def edited(data: bytes, edits: Iterable[Edit], *, twice: Iterable[str] = ()) -> bytes:
    """Return a package with its parts changed; the entries named in `twice` are written twice."""
    parts = parts_of(data)
    for edit in edits:
        edit(parts)
    return doubled(zipped(parts), list(twice))


def parts_of(data: bytes) -> Parts:
    """Return the parts of a package by their names in the zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of parts, as a zip that packs none of them."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def saved(presentation: Any) -> bytes:
    """Return a deck as python-pptx writes it."""
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def by_python_pptx(data: bytes) -> bytes:
    """Return a deck as python-pptx opens and saves it."""
    return saved(Presentation(io.BytesIO(data)))


def without_map(data: bytes) -> bytes:
    """Return a deck as programs save it that know no custom XML: without its seal and map."""

    def edit(parts: Parts) -> None:
        for name in [name for name in parts if name.startswith("customXml/")]:
            del parts[name]
        main = "ppt/_rels/presentation.xml.rels"
        parts[main] = re.sub(rb'<Relationship [^>]*/customXml"[^>]*/>', b"", parts[main])

    return edited(data, [edit])


def doubled(data: bytes, names: list[str]) -> bytes:
    """Return a zip in which some entries stand twice, as no zip library will write them."""
    if not names:
        return data
    source = zipfile.ZipFile(io.BytesIO(data))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in source.infolist():
            archive.writestr(info.filename, source.read(info))
        for number, name in enumerate(names):
            archive.writestr(_stand_in(name, number), source.read(name))
    written = stream.getvalue()
    for number, name in enumerate(names):
        written = written.replace(_stand_in(name, number).encode(), name.encode())
    return written


def damaged(data: bytes, name: str) -> bytes:
    """Return a zip in which the bytes of one entry are not those that were packed."""
    spoilt = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo(name)
    start = info.header_offset + 30 + len(name)
    spoilt[start + 20 : start + 40] = bytes(20)
    return bytes(spoilt)


def _stand_in(name: str, number: int) -> str:
    """Return a name of the same length that is not in the zip yet."""
    return f"{number}{'~' * (len(name) - len(str(number)))}"


def replace(part: str, old: str, new: str, count: int = 1) -> Edit:
    """Return an edit that puts `new` for `old` in a part; fails when `old` is not there."""

    def edit(parts: Parts) -> None:
        text = parts[part].decode()
        assert old in text, f"{old!r} is not in {part}"
        parts[part] = text.replace(old, new, count).encode()

    return edit


def remove(part: str) -> Edit:
    """Return an edit that takes a part away, and nothing else."""

    def edit(parts: Parts) -> None:
        del parts[part]

    return edit


def add(part: str, content: bytes) -> Edit:
    """Return an edit that adds a part, and nothing that leads to it."""

    def edit(parts: Parts) -> None:
        assert part not in parts, f"{part} is there already"
        parts[part] = content

    return edit


def in_chart(old: str, new: str) -> Edit:
    """Return an edit of the chart, whatever number python-pptx gave its part."""

    def edit(parts: Parts) -> None:
        (name,) = (name for name in parts if name.startswith("ppt/charts/chart"))
        replace(name, old, new)(parts)

    return edit


_VALUE = re.compile(rb'(?<==)"[^"]*"')
_ELEMENT = re.compile(rb"<(?![?/])[^<>]*/>")
_NONSENSE = (b'""', b'"-1"', b'"x"', b'"99999999999999999999"', b'"\xc2\x9b"', b'"rId1"')


def nonsense(data: st.DataObject) -> Edit:
    """Return an edit that sets a few attributes to nonsense, and takes a few elements away."""

    def spoil(parts: Parts) -> None:
        names = sorted(name for name in parts if name.endswith((".xml", ".rels")))
        for _ in range(data.draw(st.integers(1, 5))):
            name = data.draw(st.sampled_from(names))
            pattern = data.draw(st.sampled_from((_VALUE, _ELEMENT)))
            places = [found.span() for found in pattern.finditer(parts[name])]
            if not places:
                continue
            start, end = data.draw(st.sampled_from(places))
            new = b"" if pattern is _ELEMENT else data.draw(st.sampled_from(_NONSENSE))
            parts[name] = parts[name][:start] + new + parts[name][end:]

    return spoil
