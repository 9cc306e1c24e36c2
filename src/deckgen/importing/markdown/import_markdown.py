"""A talk in Markdown as an outline, with its pictures."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from deckgen.files.workspace import Files, WorkspaceError
from deckgen.importing.markdown.blocks import Words, read_blocks
from deckgen.importing.markdown.inline_runs import MarkdownPicture
from deckgen.importing.markdown.md2pptx import general_blocks, is_md2pptx, slide_level
from deckgen.importing.markdown.prepared_source import PreparedSource, prepared_source
from deckgen.importing.markdown.slide_entries import PictureName, headline_of, slide_entries
from deckgen.importing.markdown.split_slides import MarkdownSlide, split_slides
from deckgen.importing.outline_yaml import (
    OUTLINE,
    ImportedTalk,
    OutlineEntry,
    SlideReport,
    Value,
    kind_of,
    outline_yaml,
    with_values,
)
from deckgen.outline.syntax.nodes import Mapping as MappingNode
from deckgen.outline.syntax.nodes import Node, Scalar
from deckgen.outline.syntax.nodes import Sequence as SequenceNode
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.file_names import numbered_names, path_beside

_REMOTE = re.compile(r"(?i)[a-z][a-z0-9+.-]*:|//")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_HEAD = {"subtitle": "subtitle", "author": "speaker", "lang": "lang"}
"""Keys of an outline by those of front matter."""


def import_markdown(
    file: str, data: bytes, files: Files, diagnostics: Diagnostics
) -> ImportedTalk | None:
    """Return the talk of a Markdown file; None, with an error, if it cannot be read.

    `files` reads pictures, by names as `file` has them. A warning names what an outline
    cannot express, at its line.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        diagnostics.error(
            "not-utf-8", f"{file} is not UTF-8.", None, "Save it as UTF-8 in your editor."
        )
        return None
    source = prepared_source(text)
    blocks, level = read_blocks(source.text), None
    if is_md2pptx(source.settings, blocks):
        level = slide_level(source.settings)
        blocks = tuple(general_blocks(source.settings, blocks))
    slides = split_slides(blocks, level)
    head = _head(file, source, slides, diagnostics)
    pictures = _PictureFiles(file, files, diagnostics)
    entries = list(_entries(head, slides, pictures.name_of))
    for line, what in (each for slide in slides for each in slide.unknown):
        diagnostics.warning(
            "no-equal",
            f"This has no equal in an outline, and is left out: {what}",
            Span(file, line, 1),
            "Look how the slide is shown, and say it in other words.",
        )
    talk_files = {OUTLINE: outline_yaml(head, entries).encode(), **pictures.files}
    reports = tuple(SlideReport(entry.slide, kind_of(entry)) for entry in entries)
    return ImportedTalk(talk_files, reports, len(re.findall(r"\w+", source.text)))


def _entries(
    head: Mapping[str, Value], slides: Sequence[MarkdownSlide], name_of: PictureName
) -> Iterator[OutlineEntry]:
    before = ""
    rest = list(enumerate(slides, 1))
    if rest and (cover := _cover(head, rest[0][1])) is not None:
        yield cover
        rest = rest[1:]
    elif "speaker" in head or "subtitle" in head:
        yield OutlineEntry({"cover": str(head["title"])}, 0)
    for number, slide in rest:
        yield from slide_entries(slide, number, before, name_of)
        before = headline_of(slide) or before


def _cover(head: Mapping[str, Value], slide: MarkdownSlide) -> OutlineEntry | None:
    """Return the cover, if the first slide has the talk's title and at most a few words."""
    if not all(isinstance(each, Words) and not each.is_list for each in slide.blocks):
        return None
    words = list(slide_entries(slide, 1, "", lambda *_: None))
    layout = dict(slide.keys).get("layout", "")
    is_title = headline_of(slide) == head["title"] or layout == "cover"
    if slide.heading is None or not is_title or len(words) != 1 or slide.columns:
        return None
    keys = words[0].keys
    if not set(keys) <= {"title", "section", "subtitle", "text", "notes", "id", "hidden"}:
        return None
    text = str(getattr(keys.get("text", ""), "text", keys.get("text", "")))
    lines = [
        line for line in (*str(keys.get("subtitle", "")).split("\n"), *text.split("\n")) if line
    ]
    below = {"subtitle": "".join(lines[:1]), "speaker": ", ".join(lines[1:])}
    others = {key: keys.get(key, "") for key in ("notes", "hidden", "id")}
    return OutlineEntry({"cover": headline_of(slide), **with_values({**below, **others})}, 1)


class _PictureFiles:
    """The pictures that a talk names, read from beside it, each once."""

    def __init__(self, file: str, files: Files, diagnostics: Diagnostics) -> None:
        self.files: dict[str, bytes] = {}
        self._file, self._from, self._diagnostics = file, files, diagnostics
        self._names: dict[str, str | None] = {}

    def name_of(self, picture: MarkdownPicture, line: int) -> str | None:
        """Return the name of a picture's file in the new folder; None, with a warning, without."""
        if picture.address not in self._names:
            self._names[picture.address] = self._read(picture.address, line)
        return self._names[picture.address]

    def _read(self, address: str, line: int) -> str | None:
        span = Span(self._file, line, 1)
        if _REMOTE.match(address):
            self._diagnostics.warning(
                "picture-left-out",
                f"The picture {address} lies in the web; it is left out.",
                span,
                "Save it beside the talk, and name the file.",
            )
            return None
        path = unquote(address.partition("#")[0].partition("?")[0])
        if not path.lower().endswith(_PICTURES):
            message = f"{path} is no picture that deckgen shows; it is left out."
            self._diagnostics.warning("picture-left-out", message, span, "Save it as PNG or SVG.")
            return None
        try:
            data = self._from.read(path_beside(self._file, path.lstrip("/")))
        except WorkspaceError as missing:
            self._diagnostics.warning("picture-left-out", str(missing), span, missing.hint)
            return None
        names = numbered_names(f"pictures/{posixpath.basename(path)}")
        name = next(each for each in names if self.files.get(each, data) == data)
        self.files[name] = data
        return name


def _head(
    file: str, source: PreparedSource, slides: Sequence[MarkdownSlide], diagnostics: Diagnostics
) -> dict[str, Value]:
    """Return the keys of the talk, from its front matter or its first headline."""
    found = dict(_front_matter(file, source, diagnostics)) or source.settings
    first = next((headline for each in slides if (headline := headline_of(each))), "")
    title = found.get("title") or first or posixpath.basename(file).rpartition(".")[0]
    is_faded = "fade" in source.settings.get("transition", "").lower()
    more: dict[str, Value] = {
        **{ours: found.get(theirs, "") for theirs, ours in _HEAD.items()},
        "transition": "fade" if is_faded else "",
        "event": with_values({"date": found.get("date", "")}),
    }
    return {"title": title, **with_values(more)}


def _front_matter(
    file: str, source: PreparedSource, diagnostics: Diagnostics
) -> Iterator[tuple[str, str]]:
    """Yield the keys of the front matter that hold a text or a list of texts."""
    if not source.front_matter.strip():
        return
    found = Diagnostics()
    node = parse("front matter", source.front_matter.encode(), found)
    if not isinstance(node, MappingNode):
        diagnostics.note("front-matter", f"The front matter of {file} could not be read.", None)
        return
    for key, value in node.pairs:
        yield key.text, ", ".join(_texts(value))


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield " ".join(node.text.split())
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _texts(item)
    else:
        yield from (
            text for key, value in node.pairs if key.text == "name" for text in _texts(value)
        )
