"""Sections and transitions that colleagues change in PowerPoint's list of slides."""

from typing import Any

import pytest
from pptx.oxml import parse_xml

from deckgen.opc.xml_parser import q
from deckgen.roundtrip.comparing.change_report import change_report
from deckgen.roundtrip.comparing.changes import (
    Change,
    SectionChanged,
    SlideDeleted,
    TransitionChanged,
)
from deckgen.roundtrip.comparing.compare import compare
from deckgen.roundtrip.reading.read_edited import read_edited
from deckgen.support.diagnostics import Diagnostics
from tests.folder import Folder
from tests.roundtrip.pulling import MAIN, Edit, all_of, edited, pulled, pulled_into, words
from tests.sampled import sampled

OUTLINE = """\
title: A talk
lang: en-GB
slides:
  - title: Hello
    text: To all.
  - section: The costs
  - title: What we pay
    text: Much.
  - title: Who pays
    text: All.
    chapter: The people
    notes: Wait.
  - title: When
    text: Soon.
    transition: fade
"""
FILES = {MAIN: OUTLINE}
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def _sections(presentation: Any) -> list[Any]:
    return [*presentation.element.iter(q("p14:section"))]


def renamed(old: str, new: str) -> Edit:
    """Return what renames a section."""

    def edit(presentation: Any) -> None:
        (section,) = (each for each in _sections(presentation) if each.get("name") == old)
        section.set("name", new)

    return edit


def split(at: int, name: str) -> Edit:
    """Return what begins a section with the slide at an index that begins none."""

    def edit(presentation: Any) -> None:
        number = str(presentation.slides[at].slide_id)
        (entry,) = (
            each for each in presentation.element.iter(q("p14:sldId")) if each.get("id") == number
        )
        ids = entry.getparent()
        moved = [entry, *entry.itersiblings()]
        new = parse_xml(
            f'<p14:section {_P14} name="{name}" id="{{0}}"><p14:sldIdLst/></p14:section>'
        )
        new[0].extend(moved)
        ids.getparent().addnext(new)

    return edit


def joined(name: str) -> Edit:
    """Return what takes a section away, whose slides join the section before it."""

    def edit(presentation: Any) -> None:
        sections = _sections(presentation)
        at = [each.get("name") for each in sections].index(name)
        sections[at - 1][0].extend([*sections[at][0]])
        sections[at].getparent().remove(sections[at])

    return edit


def without_sections(presentation: Any) -> None:
    """Take all sections away, as other programs do."""
    (listed,) = presentation.element.iter(q("p14:sectionLst"))
    listed.getparent().remove(listed)


def deleted(at: int) -> Edit:
    """Return what deletes a slide, and its place in its section."""

    def edit(presentation: Any) -> None:
        entry = presentation.slides._sldIdLst[at]
        for each in [*presentation.element.iter(q("p14:sldId"))]:
            if each.get("id") == entry.get("id"):
                each.getparent().remove(each)
        presentation.part.drop_rel(entry.rId)
        presentation.slides._sldIdLst.remove(entry)

    return edit


def coming(effect: str, *slides: int, timed: bool = False) -> Edit:
    """Return what gives slides a transition; `timed`: with a duration, as PowerPoint writes it."""

    def edit(presentation: Any) -> None:
        for at in slides:
            root = presentation.slides[at]._element
            for old in root.findall(q("p:transition")):
                root.remove(old)
            inside = f"<{effect}/>" if effect else ""
            new = f"<p:transition {_P} {_P14}>{inside}</p:transition>"
            if timed:
                older = f"<p:transition {_P}><p:fade/></p:transition>"
                new = (
                    f'<mc:AlternateContent {_MC} {_P14}><mc:Choice Requires="p14">{new}'
                    f"</mc:Choice><mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
                )
            (map_,) = root.iterchildren(q("p:clrMapOvr"))
            map_.addnext(parse_xml(new))

    return edit


ALL = range(5)
TAKEN: dict[str, tuple[Edit, str, str]] = {
    "a chapter renamed": (renamed("The people", "Us: all"), "The people", "'Us: all'"),
    "with a sign of variables": (
        renamed("The people", "Us, ${all}"),
        "The people",
        "Us, $${all}",
    ),
    "a section renamed in the list alone": (
        renamed("The costs", "Money"),
        "- section: The costs\n",
        "- section: The costs\n    chapter: Money\n",
    ),
    "the first one renamed": (
        renamed("Introduction", "Hello"),
        "    text: To all.\n",
        "    text: To all.\n    chapter: Hello\n",
    ),
    "a new one": (split(2, "Sums"), "Much.\n", "Much.\n    chapter: Sums\n"),
    "one less": (joined("The people"), "    chapter: The people\n", ""),
    "its first slide deleted": (
        deleted(3),
        OUTLINE[OUTLINE.index("  - title: Who pays") :],
        "  - title: When\n    text: Soon.\n    transition: fade\n    chapter: The people\n",
    ),
    "a slide that fades": (coming("p:fade", 2), "Much.\n", "Much.\n    transition: fade\n"),
    "as PowerPoint writes it with a duration": (
        coming("p:fade", 2, timed=True),
        "Much.\n",
        "Much.\n    transition: fade\n",
    ),
    "a slide that fades no longer": (coming("", 4), "transition: fade", "transition: none"),
}


@pytest.mark.parametrize(("edit", "old", "new"), sampled(TAKEN))
def test_what_has_a_key_is_written(edit: Edit, old: str, new: str) -> None:
    assert OUTLINE.count(old) == 1
    result = pulled(FILES, edit)
    assert set(result.results) == {"taken"}, result.outcomes
    assert result.files == {MAIN: OUTLINE.replace(old, new)}


def changes_of(edit: Edit) -> tuple[Change, ...]:
    deck = read_edited(edited(FILES, edit), Diagnostics(), "talk.pptx")
    assert deck is not None
    assert deck.base is not None
    return compare(deck.base, deck)


FOR_ALL = "All slides have it: type `transition: fade` at the outline's top."
TOLD: dict[str, tuple[Edit, str]] = {
    "another effect": (
        coming("p:push", 2),
        "An outline knows `fade` alone. Type `transition: fade` there if that will do.",
    ),
    "one that older programs show as fading": (
        coming("p14:vortex", 2, timed=True),
        "An outline knows `fade` alone. Type `transition: fade` there if that will do.",
    ),
    "all slides": (coming("p:fade", *ALL), FOR_ALL),
    "another one for all": (coming("p:wipe", *ALL), f"An outline knows `fade` alone. {FOR_ALL}"),
}


@pytest.mark.parametrize(("edit", "why"), sampled(TOLD))
def test_what_has_none_is_told_with_a_way_out(edit: Edit, why: str) -> None:
    result = pulled(FILES, edit)
    assert {each.why for each in result.outcomes if each.result != "same"} == {why}
    assert result.files == {}


def test_what_all_slides_have_is_told_once() -> None:
    report = change_report(changes_of(coming("p:wipe", *ALL)), _base())
    assert report.splitlines() == [
        "on 4 slides",
        "  transition",
        "    none                                 │ wipe",
        "",
        "when: When",
        "  transition",
        "    fade                                 │ wipe",
    ]


def _base() -> Any:
    deck = read_edited(edited(FILES, lambda _: None), Diagnostics(), "talk.pptx")
    assert deck is not None
    return deck.base


def test_a_page_of_a_section_that_was_renamed_with_it_is_one_change() -> None:
    edit = all_of([renamed("The costs", "Money"), words(("The costs", "Money"))])
    result = pulled(FILES, edit)
    assert result.files == {MAIN: OUTLINE.replace("The costs", "Money")}
    assert result.results == ["taken"]


@pytest.mark.parametrize(
    "edit", [without_sections, lambda _: None], ids=["as other programs do", "nothing"]
)
def test_decks_without_sections_or_changes_tell_nothing(edit: Edit) -> None:
    assert changes_of(edit) == ()


def test_a_slide_that_was_moved_before_the_page_of_its_section_is_moved_alone() -> None:
    def edit(presentation: Any) -> None:
        slides = presentation.slides._sldIdLst
        slides[1].addprevious(slides[2])
        ids = _sections(presentation)[1][0]
        ids[0].addprevious(ids[1])

    assert [type(each).__name__ for each in changes_of(edit)] == ["SlideMoved"]


def test_what_the_outline_has_by_now_is_there_already() -> None:
    data = edited(FILES, all_of([renamed("The people", "Us"), coming("p:push", 2), deleted(0)]))
    now = OUTLINE.replace("The people", "Us").replace("Much.", "Much.\n    transition: fade")
    made = pulled_into(Folder({MAIN: now}), data)
    kinds = {type(each.change): each.result for each in made.outcomes}
    assert kinds == {SlideDeleted: "taken", SectionChanged: "same", TransitionChanged: "same"}
