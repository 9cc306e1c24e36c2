"""Reads a deck that colleagues edited, without trust: its slides, texts, boxes, notes."""

import contextlib
import datetime as dt
import re
from collections.abc import Iterator

from deckgen.deck.included_slide import deck_key
from deckgen.files.map_copies import map_copy
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.shape_queries import attribute, placeholder_shapes, words_digest, words_in
from deckgen.ooxml_rules.slide_show import section_starts, transition_effect
from deckgen.opc.package_reader import read_package
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.opc.zip_reader import SAVE_AGAIN, open_entries
from deckgen.roundtrip.reading.edited_deck import Comment, EditedDeck, EditedSlide
from deckgen.roundtrip.reading.read_looks import (
    NO_FACTS,
    facts_of,
    part_checksum,
    shared_looks,
    slide_look_facts,
)
from deckgen.roundtrip.reading.read_map import map_of_package, map_of_part
from deckgen.roundtrip.reading.read_paragraphs import mapped_paragraphs
from deckgen.roundtrip.reading.read_shapes import MediaDigests, id_number, read_edited_shapes
from deckgen.support.diagnostics import Diagnostics

_DONE = frozenset({"resolved", "closed"})
_SHOWN = re.compile(r"(?:presentationml|drawingml)\..*\+xml$")
"""The types of slides, notes, layouts, charts and themes."""
_COMMENTS = frozenset({"cm", "reply"})
_AUTHORS = frozenset({"cmAuthor", "author"})


def read_edited(data: bytes, diagnostics: Diagnostics, file: str) -> EditedDeck | None:
    """Return a deck; None, with an error, if it cannot be read. `file` is its name for messages."""
    package = read_package(data, diagnostics, file)
    if package is None:
        return None
    if package.repeated:
        diagnostics.error(
            "repeated-parts",
            f"{file} holds {package.repeated[0]} twice; nobody can say which of them is meant",
            None,
            "Open it in PowerPoint, which shows what it takes for the deck, and save it again.",
        )
        return None
    main = package.main()
    if main is None or main.root is None:
        diagnostics.error("not-a-presentation", f"{file} holds no presentation", None, SAVE_AGAIN)
        return None
    listed = [
        (entry.get("id", ""), package.linked_part(main, entry.get(q("r:id"))))
        for entry in main.root.iterfind(f"{q('p:sldIdLst')}/{q('p:sldId')}")
    ]
    if broken := _unread(package) or next((f"slide {id_}" for id_, part in listed if not part), ""):
        diagnostics.error(
            "damaged-deck",
            f"{file} cannot be read in one place: {broken}; so nobody can say what was changed",
            None,
            SAVE_AGAIN,
        )
        return None
    media = MediaDigests(open_entries(data, Diagnostics(), file))
    sections = section_starts(main.root)
    return EditedDeck(
        tuple(
            _slide(number, id_, part, package, media)._replace(section=sections.get(id_, ""))
            for number, (id_, part) in enumerate(listed, 1)
            if part
        ),
        _program(package),
        map_of_package(package),
        deck_key(data),
        parts=dict(shared_looks(package, media.of)),
        created=_created(package),
    )


def _unread(package: ParsedPackage) -> str:
    """Return the name of a part that a presentation shows and that is no XML; empty for none."""
    parts = (each for each in package.parts.values() if each.data and each.root is None)
    return next((each.name for each in parts if _SHOWN.search(each.content_type or "")), "")


def _slide(
    number: int, id_: str, part: ParsedPart, package: ParsedPackage, media: MediaDigests
) -> EditedSlide:
    root, notes = part.root, _notes(part, package)
    return EditedSlide(
        number,
        id_number(id_),
        attribute(root, "p:cSld", "name"),
        " ".join(attribute(package.related_root(part, "slideLayout"), "p:cSld", "name").split()),
        root is not None and parse_flag(root.get("show")) is False,
        tuple(read_edited_shapes(part, package, media)),
        () if notes is None else mapped_paragraphs(notes),
        words_digest(part.data),
        _comments(part, package),
        tuple(_links(part)),
        transition="none" if root is None else transition_effect(root),
        facts=slide_look_facts(part, media.of),
        notes_facts=NO_FACTS if notes is None else facts_of([notes], part, media.of),
        checksum=part_checksum(part),
    )


def _comments(slide: ParsedPart, package: ParsedPackage) -> tuple[Comment, ...]:
    """Return the comments of a slide in the order of the file, without those that are resolved.

    PowerPoint has two forms of them: Part 1, 19.4 (`p:cmLst`), and [MS-PPTX] 2.16.3
    (`p188:cmLst`), whose answers stand within a comment.
    """
    links = [each for each in slide.relationships if each.type == "comments" and not each.external]
    parts = (package.parts.get(each.target) for each in links)
    roots = [part.root for part in parts if part is not None and part.root is not None]
    authors = dict(_authors(package)) if roots else {}
    return tuple(comment for root in roots for comment in _comments_in(root, authors))


def _comments_in(parent: Element, authors: dict[str, str]) -> Iterator[Comment]:
    for element in parent.iterchildren("{*}*"):
        if local_name(element) not in _COMMENTS or element.get("status") in _DONE:
            continue
        if words := _comment_words(element):
            yield authors.get(element.get("authorId", ""), ""), words
        for answers in element.iterchildren("{*}replyLst"):
            yield from _comments_in(answers, authors)


def _comment_words(comment: Element) -> str:
    """Return the words of a comment, a line for each paragraph."""
    body = next(comment.iterchildren("{*}txBody"), None)
    if body is None:
        return (comment.findtext(q("p:text")) or "").strip()
    return "\n".join(map(words_in, body.iter(q("a:p")))).strip()


def _authors(package: ParsedPackage) -> Iterator[tuple[str, str]]:
    main = package.main()
    for link in main.relationships if main else ():
        part = package.parts.get(link.target) if not link.external else None
        if part is None or part.root is None or link.type not in {"commentAuthors", "authors"}:
            continue
        for each in part.root.iterchildren("{*}*"):
            if local_name(each) in _AUTHORS:
                yield each.get("id", ""), each.get("name", "")


def _links(slide: ParsedPart) -> Iterator[tuple[str, str]]:
    """Yield the addresses that words lead to, and these words, which may be several runs."""
    address, words = "", ""
    for paragraph in () if slide.root is None else slide.root.iter(q("a:p")):
        for run in (*paragraph.iterchildren(q("a:r")), None):
            click = None if run is None else run.find(f"{q('a:rPr')}/{q('a:hlinkClick')}")
            link = None if click is None else slide.related(click.get(q("r:id")))
            there = link.target.replace(" ", "%20") if link and link.external else ""
            if there != address and words and address:
                yield address, words
            words = (words if there == address else "") + ("" if run is None else words_in(run))
            address = there


def _notes(slide: ParsedPart, package: ParsedPackage) -> Element | None:
    root = package.related_root(slide, "notesSlide")
    for each in () if root is None else placeholder_shapes(root):
        body = each.shape.find(q("p:txBody"))
        if each.type == "body" and body is not None:
            return body
    return None


def _created(package: ParsedPackage) -> dt.datetime | None:
    for part in package.of_root("cp:coreProperties"):
        created = None if part.root is None else part.root.findtext("{*}created")
        with contextlib.suppress(ValueError, OverflowError):
            return dt.datetime.fromisoformat(created or "").astimezone(dt.UTC)
    return None


def _program(package: ParsedPackage) -> str:
    roots = (part.root for part in package.of_root("ep:Properties") if part.root is not None)
    return next((root.findtext(q("ep:Application")) or "" for root in roots), "")


def read_edited_file(deck: str, data: bytes, diagnostics: Diagnostics) -> EditedDeck | None:
    """Return the deck in a file called `deck`; None, with an error, if it cannot be read.

    If a program left its map out, `base` is the copy that lies beside it.
    """
    edited = read_edited(data, diagnostics, deck)
    if edited is not None and edited.base is None and (copy := map_copy(deck)):
        return edited._replace(base=map_of_part(copy), base_is_copy=True)
    return edited


def with_sent(edited: EditedDeck, sent: bytes | None) -> EditedDeck:
    """Return an edited deck with the one that its looks are compared with."""
    return edited._replace(sent=read_edited(sent, Diagnostics(), "") if sent else None)
