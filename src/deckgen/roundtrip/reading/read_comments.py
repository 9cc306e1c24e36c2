"""The comments that colleagues wrote on a slide: those of both forms that PowerPoint has.

Part 1, 19.4 (`p:cmLst`); [MS-PPTX] 2.16.3 (`p188:cmLst`), whose answers stand within a comment.
"""

from collections.abc import Iterator
from typing import NamedTuple

from deckgen.ooxml_rules.shape_queries import words_in
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q

_DONE = frozenset({"resolved", "closed"})
_COMMENTS = frozenset({"cm", "reply"})
_AUTHORS = frozenset({"cmAuthor", "author"})


class Comment(NamedTuple):
    """A comment, or an answer to one."""

    author: str
    """Empty if the deck does not say."""
    words: str


def read_comments(slide: ParsedPart, package: ParsedPackage) -> tuple[Comment, ...]:
    """Return the comments of a slide in the order of the file, without those that are resolved."""
    links = [each for each in slide.relationships if each.type == "comments" and not each.external]
    parts = (package.parts.get(each.target) for each in links)
    roots = [part.root for part in parts if part is not None and part.root is not None]
    authors = dict(_authors(package)) if roots else {}
    return tuple(comment for root in roots for comment in _comments(root, authors))


def _comments(parent: Element, authors: dict[str, str]) -> Iterator[Comment]:
    for element in parent.iterchildren("{*}*"):
        if local_name(element) not in _COMMENTS:
            continue
        if element.get("status") in _DONE:
            continue
        if words := _words(element):
            yield Comment(authors.get(element.get("authorId", ""), ""), words)
        for answers in element.iterchildren("{*}replyLst"):
            yield from _comments(answers, authors)


def _words(comment: Element) -> str:
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
