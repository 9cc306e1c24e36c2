"""Comments on slides: they are told, in both forms that PowerPoint writes."""

from typing import Any

import pytest
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from deckgen.roundtrip.comparing.change_report import described
from deckgen.roundtrip.comparing.hand_edits import hand_edits
from deckgen.roundtrip.reading.read_edited import read_edited
from deckgen.support.diagnostics import Diagnostics
from tests.folder import Folder
from tests.roundtrip.pulling import MAIN, Edit, compiled, edited, pulled

FILES = {MAIN: "title: A talk\nslides:\n  - title: Trees\n    text: Eleven\n"}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MODERN = "http://schemas.microsoft.com/office/2018/10/relationships"
NAMESPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.microsoft.com/office/powerpoint/2018/8/main"'
)
OLD = '<p:cm authorId="0" idx="1"><p:pos x="1" y="1"/><p:text>Twelve?</p:text></p:cm>'
OLD_AUTHORS = '<p:cmAuthorLst N><p:cmAuthor id="0" name="Ada"/></p:cmAuthorLst>'
NEW_AUTHORS = '<m:authorLst N><m:author id="{A}" name="Ada"/><m:author id="{B}"/></m:authorLst>'


def body(words: str) -> str:
    return f"<m:txBody><a:p><a:r><a:t>{words}</a:t></a:r></a:p></m:txBody>"


def commented(base: str, comments: str, authors: str) -> Edit:
    """Return what gives the first slide comments, in the form of `base`."""

    def edit(presentation: Any) -> None:
        package = presentation.part.package
        for source, name, type_, xml in (
            (presentation.slides[0].part, "comments/comment1", "comments", comments),
            (
                presentation.part,
                "authors",
                "authors" if base == MODERN else "commentAuthors",
                authors,
            ),
        ):
            data = xml.replace(" N>", f" {NAMESPACES}>").encode()
            part = Part(PackURI(f"/ppt/{name}.xml"), "application/xml", package, data)
            source.relate_to(part, f"{base}/{type_}")

    return edit


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (commented(OFFICE, f"<p:cmLst N>{OLD}</p:cmLst>", OLD_AUTHORS), [("Ada", "Twelve?")]),
        (
            commented(OFFICE, f"<p:cmLst N>{OLD}</p:cmLst>", "<p:cmAuthorLst N></p:cmAuthorLst>"),
            [("", "Twelve?")],
        ),
        (
            commented(
                MODERN,
                f'<m:cmLst N><m:cm authorId="{{A}}">{body("Twelve?")}<m:replyLst>'
                f'<m:reply authorId="{{B}}">{body("No.")}</m:reply></m:replyLst></m:cm></m:cmLst>',
                NEW_AUTHORS,
            ),
            [("Ada", "Twelve?"), ("", "No.")],
        ),
        (
            commented(
                MODERN,
                f'<m:cmLst N><m:cm authorId="{{A}}" status="resolved">{body("Done")}</m:cm>'
                "</m:cmLst>",
                NEW_AUTHORS,
            ),
            [],
        ),
    ],
    ids=["old form", "unknown author", "with an answer", "resolved"],
)
def test_comments_are_read(edit: Edit, expected: list[tuple[str, str]]) -> None:
    deck = read_edited(edited(FILES, edit), Diagnostics(), "talk.pptx")
    assert deck is not None
    assert [tuple(each) for each in deck.slides[0].comments] == expected


def test_a_comment_is_told_and_nothing_is_written_for_it() -> None:
    edit = commented(OFFICE, f"<p:cmLst N>{OLD}</p:cmLst>", OLD_AUTHORS)
    made = pulled(FILES, edit)
    assert made.results == ["asked"]
    assert not made.files
    assert described(made.outcomes[0].change) == ("comment of Ada", "", "Twelve?")


def test_a_deck_with_comments_alone_may_be_replaced_and_is_kept_beside() -> None:
    talk = compiled(Folder(FILES), Diagnostics())
    assert talk is not None
    data = edited(FILES, commented(OFFICE, f"<p:cmLst N>{OLD}</p:cmLst>", OLD_AUTHORS))
    found = hand_edits("talk.pptx", data, talk.deck)
    assert found is not None
    assert (len(found.all), found.open) == (1, ())
