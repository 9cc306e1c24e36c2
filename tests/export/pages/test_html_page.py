"""The page for the browser: its words, its links, that it is whole and asks for nothing."""

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from deckgen.export.document_phrases import phrases
from deckgen.export.pages.html_page import html_page
from deckgen.export.talk_contents import talk_contents
from tests.building import EXAMPLES
from tests.export.reading import read
from tests.export.talks import HOSTILE, compiled, pictures
from tests.sampled import sampled
from tests.tools.browser import running_chromium

TALK = """
title: Open questions
lang: en-GB
event: {name: Forum, place: Leeds}
slides:
  - id: one
    title: One
    bullets:
      - a **b**
      - "c:":
          - "[the form](https://gera.example/form?a=1&b=2)"
          - "[the end](#three)"
    notes: Say it slowly.
  - title: Two
    hidden: yes
    bullets: [Nobody sees this]
  - id: three
    title: Drei
    lang: de-DE
    table:
      - [Jahr, Läden]
      - ["2021", "13"]
"""
_VOID = {"meta", "link", "img", "br", "path", "input"}
_NEEDED = {"html": "lang", "img": "alt", "button": "aria-label"}


class Page(HTMLParser):
    """What a page says; an element that is not closed, or an id that stands twice, is an error."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.said: dict[str, str] = {}
        self.text = ""
        self.feed(data.decode())
        self.close()
        assert self.open == []
        assert len(self.ids) == len(set(self.ids))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert len(given) == len(attrs), f"an attribute twice in {tag}"
        assert tag not in _NEEDED or _NEEDED[tag] in given
        assert tag != "svg" or given.keys() & {"aria-hidden", "aria-label"}
        assert not {name for name in given if name.startswith("on") or name == "style"}
        self.elements.append((tag, given))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in _VOID or self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"style", "script", "title"}:
            self.said[self.open[-1]] = data
        else:
            self.text += data

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (given for name, given in self.elements if name == tag)


def made(outline: str, folder: Path, *, notes: bool = False) -> Page:
    talk = talk_contents(compiled(outline, folder))
    return Page(html_page(talk, pictures(talk), notes=notes))


def test_the_words_are_there(tmp_path: Path) -> None:
    found = made(TALK, tmp_path)
    assert found.said["title"] == "Open questions"
    assert list(filter(None, found.text.splitlines())) == [
        *("Open questions", "Forum · Leeds", "One", "a bc:the formthe end"),
        *("the form", "Drei", "JahrLäden202113"),
    ]
    tags = [tag for tag, _ in found.elements]
    assert [tag for tag in tags if tag in {"h1", "h2"}] == ["h1", "h2", "h2"]
    assert (tags.count("section"), tags.count("img"), tags.count("th")) == (2, 2, 2)


def test_languages(tmp_path: Path) -> None:
    found = made(TALK, tmp_path)
    assert [each["lang"] for each in found.all("html")] == ["en-GB"]
    assert [each.get("lang") for each in found.all("section")] == [None, "de-DE"]


@pytest.mark.parametrize(("lang", "direction"), [("en-GB", "ltr"), ("ar", "rtl"), ("he-IL", "rtl")])
def test_directions(lang: str, direction: str, tmp_path: Path) -> None:
    (html,) = made(TALK.replace("en-GB", lang), tmp_path).all("html")
    assert html["dir"] == direction


@pytest.mark.parametrize(("number", "given"), [(1, {}), (2, {"start": "2"})])
def test_numbered_lists_begin_as_on_the_slide(
    number: int, given: dict[str, str], tmp_path: Path
) -> None:
    outline = f'title: T\nslides:\n  - title: S\n    bullets: ["{number}. a", "{number + 1}. b"]\n'
    assert list(made(outline, tmp_path).all("ol")) == [given]


def test_runs_have_their_marks(tmp_path: Path) -> None:
    outline = (
        "title: T\nslides:\n  - title: S\n    bullets: [a^1^ b~2~ ~~c~~ `d` *e* **f** ***g***]\n"
    )
    talk = talk_contents(compiled(outline, tmp_path))
    page = html_page(talk, pictures(talk), notes=False).decode()
    assert (
        "<li>a<sup>1</sup> b<sub>2</sub> <s>c</s> <code>d</code> <em>e</em> <strong>f</strong>"
        " <strong><em>g</em></strong></li>"
    ) in page


def test_links_are_links(tmp_path: Path) -> None:
    found = [each["href"] for each in made(TALK, tmp_path).all("a")]
    assert found == [
        "#one",
        "https://gera.example/form?a=1&b=2",
        "#three",
        "https://gera.example/form?a=1&b=2",
        "#three",
    ]


def test_notes_only_where_they_are_asked_for(tmp_path: Path) -> None:
    with_notes = made(TALK, tmp_path, notes=True)
    assert "Say it slowly." in with_notes.text
    assert [each["aria-label"] for each in with_notes.all("aside")] == ["Notes 1"]
    does = [each["data-do"] for each in with_notes.all("button")]
    assert does == ["back", "next", "overview", "text", "notes", "full"]
    assert "notes" not in [each["data-do"] for each in made(TALK, tmp_path).all("button")]


def test_the_policy_lets_nothing_in_but_what_is_there(tmp_path: Path) -> None:
    found = made(TALK, tmp_path)
    (policy,) = [each["content"] for each in found.all("meta") if "http-equiv" in each]
    said = dict(rule.split(" ", 1) for rule in str(policy).split("; "))
    assert said == {
        "default-src": "'none'",
        "img-src": "data:",
        "style-src": f"'{_hash(found.said['style'])}'",
        "script-src": f"'{_hash(found.said['script'])}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert not re.search(r"https?:|url\(|@import", found.said["style"] + found.said["script"])


def test_pictures_are_in_it_and_no_larger_than_they_were(tmp_path: Path) -> None:
    talk = talk_contents(compiled(TALK, tmp_path))
    drawn = pictures(talk)
    shown = [str(each["src"]) for each in Page(html_page(talk, drawn, notes=False)).all("img")]
    for source, was in zip(shown, drawn, strict=True):
        kind, _, data = source.partition(";base64,")
        assert kind in {"data:image/webp", "data:image/png"}
        assert len(base64.b64decode(data, validate=True)) <= len(was.png)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words(words: str, tmp_path: Path) -> None:
    quoted = "'" + words.replace("'", "''").replace("$", "$$").replace("\\", "\\\\") + "'"
    outline = (
        f"title: {quoted}\nevent: {{name: {quoted}}}\nslides:\n"
        f"  - title: {quoted}\n    bullets: [{quoted}]\n    notes: {quoted}\n"
    )
    talk = talk_contents(compiled(outline, tmp_path))
    found = Page(html_page(talk, pictures(talk), notes=True))
    assert found.said["title"] == talk.title
    said = " ".join(found.text.split())
    assert said.count(" ".join(talk.slides[0].title.split())) >= 4
    assert len(list(found.all("script"))) == 1


@pytest.mark.parametrize("example", sampled(EXAMPLES, every=4), ids=lambda path: path.stem)
def test_every_kind(example: Path) -> None:
    found = made(example.read_text(encoding="utf-8"), example.parent, notes=True)
    assert {f"title:{each['id']}" for each in found.all("section")} <= set(found.ids)


@pytest.mark.parametrize("lang", ["en", "de-DE", "fr-CA", "xx"])
def test_phrases(lang: str) -> None:
    assert all(phrases(lang).values())


def test_phrases_of_a_language_that_nobody_knows_are_english() -> None:
    assert phrases("xx")["next"] == "Next"
    assert phrases("de-AT")["next"] == "Weiter"


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


@pytest.mark.slow
def test_in_a_browser(tmp_path: Path) -> None:
    talk = talk_contents(compiled(TALK, tmp_path))
    file = tmp_path / "talk.html"
    file.write_bytes(html_page(talk, pictures(talk), notes=True))
    asked: list[str] = []
    wrong: list[str] = []
    with running_chromium() as chromium:
        tab = chromium.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: wrong.append(message.text))
        tab.on("pageerror", lambda problem: wrong.append(str(problem)))
        tab.goto(file.as_uri())

        def seen() -> list[str]:
            return [
                str(each.get_attribute("id")) for each in tab.query_selector_all(".slide:visible")
            ]

        def press(key: str) -> tuple[list[str], str]:
            tab.keyboard.press(key)
            return seen(), tab.url.partition("#")[2]

        assert seen() == ["one"]
        assert press("ArrowRight") == (["three"], "three")
        assert press("ArrowRight") == (["three"], "three")
        assert tab.inner_text(".count") == "2 / 2"
        assert tab.text_content(".said") == "Slide 2 of 2: Drei"
        assert press("Home") == (["one"], "one")
        assert press("Space")[0] == ["three"]
        assert press("PageUp")[0] == ["one"]
        assert press("o")[0] == ["one", "three"]
        assert press("ArrowRight")[1] == "three"
        assert tab.evaluate("document.activeElement.closest('.slide').id") == "three"
        assert read(tab.pdf(prefer_css_page_size=True)).pages == 2
        tab.click("#three .go")
        assert (seen(), tab.evaluate("document.activeElement.tagName")) == (
            ["three"],
            "BODY",
        )  # no longer the link, which is hidden
        tab.click("#three .go", position={"x": 5, "y": 5})
        assert seen() == ["one"]
        assert not _shows(tab, "#one .notes")
        press("n")
        assert _shows(tab, "#one .notes")
        press("n")
        press("t")
        tab.click("#one .words a[href='#three']")
        tab.wait_for_selector("#three", state="visible")  # `hashchange` comes later
        assert seen() == ["three"]
        tab.goto(file.as_uri() + "#three")
        tab.reload()
        assert seen() == ["three"]
        tab.goto(file.as_uri() + "#%E0%A4%A")
        tab.reload()
        assert seen() == ["one"]
        assert read(tab.pdf(prefer_css_page_size=True)).pages == 2
        tab.emulate_media(media="print")
        assert seen() == ["one", "three"]
    assert wrong == []
    assert {url.partition("#")[0].partition(":")[0] for url in asked} <= {"file", "data"}
    assert {url.partition("#")[0] for url in asked if url.startswith("file")} == {file.as_uri()}


def _shows(tab: Any, what: str) -> bool:
    box = tab.query_selector(what).bounding_box()
    return box is not None and box["width"] > 1


@pytest.mark.slow
def test_without_a_script_everything_is_there(tmp_path: Path) -> None:
    talk = talk_contents(compiled(TALK, tmp_path))
    file = tmp_path / "talk.html"
    file.write_bytes(html_page(talk, pictures(talk), notes=False))
    with running_chromium() as chromium:
        tab = chromium.new_context(java_script_enabled=False).new_page()
        tab.goto(file.as_uri())
        for words in ("One", "Drei", "the form"):
            assert tab.get_by_text(words, exact=True).first.is_visible()
