"""Films and sounds in the timing of a slide: when they start, what a click on them does."""

from typing import Any

import pytest
from lxml import etree

from deckgen.deck.graphics import Clip, Media, Picture, Playback, Recording
from deckgen.ooxml.timing import timing_xml
from deckgen.support.diagnostics import Span

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
SPAN = Span("talk.yaml", 1, 1)
MEDIA = Media("/ppt/media/a.mp4", "video/mp4", b"", 1920, 1080)


def clip(*, film: bool = True, **playing: Any) -> Clip:
    """Return a clip of four seconds."""
    return Clip(Recording(MEDIA, film, 4000), Picture(MEDIA, "", SPAN), SPAN, Playback(**playing))


def timing(*clips: Clip, revealed: list[tuple[int, ...]] | None = None) -> Any:
    """Return the timing of a slide of these clips, from shape 7 on, whose body is shape 3."""
    xml = timing_xml([(3, revealed)] if revealed else [], enumerate(clips, 7))
    return etree.fromstring(xml.replace("<p:timing>", f'<p:timing xmlns:p="{P}">', 1))


def starts(root: Any) -> list[tuple[str, str]]:
    """Return what each step of the main sequence does, and on what it waits."""
    sequence = root.find(".//{*}cTn[@nodeType='mainSeq']")
    effects = [one for one in sequence.iter("{*}cTn") if one.get("presetID")]
    return [(one.get("nodeType"), one.find(".//{*}spTgt").get("spid")) for one in effects]


@pytest.mark.parametrize(
    ("start", "effect", "waits"),
    [("auto", "afterEffect", ["onBegin"]), ("click", "clickEffect", [])],
)
def test_a_clip_starts_with_the_slide_or_with_a_click(
    start: str, effect: str, waits: list[str]
) -> None:
    root = timing(clip(start=start))
    assert starts(root) == [(effect, "7")]
    step = root.find(".//{*}cTn[@nodeType='mainSeq']/{*}childTnLst/{*}par/{*}cTn")
    conditions = step.findall("{*}stCondLst/{*}cond")
    assert [one.get("evt") for one in conditions if one.get("evt")] == waits
    (command,) = step.iter("{*}cmd")
    assert (command.get("cmd"), command.find(".//{*}cTn").get("dur")) == ("playFrom(0.0)", "4000")


def test_clips_of_their_own_start_first_and_those_of_a_click_after_all_paragraphs() -> None:
    root = timing(clip(), clip(start="auto"), revealed=[(0,), (1,)])
    assert [shape for _, shape in starts(root)] == ["8", "3", "3", "7"]
    assert [one.get("spid") for one in root.iter("{*}bldP")] == ["3"]


@pytest.mark.parametrize(
    ("keys", "tag", "loop", "mute"),
    [
        ({}, "video", None, None),
        ({"loop": True}, "video", "indefinite", None),
        ({"mute": True}, "video", None, "1"),
        ({"film": False}, "audio", None, None),
    ],
    ids=["a film", "again and again", "without sound", "a sound"],
)
def test_a_clip_plays(keys: dict[str, bool], tag: str, loop: str | None, mute: str | None) -> None:
    node = timing(clip(**keys)).find(f".//{{*}}{tag}/{{*}}cMediaNode")
    own = node.find("{*}cTn")
    assert (own.get("repeatCount"), node.get("mute")) == (loop, mute)
    # A sound ends when another one begins.
    assert (own.find("{*}endCondLst") is not None) is (tag == "audio")
    assert node.find("{*}tgtEl/{*}spTgt").get("spid") == "7"


def test_a_click_on_a_clip_pauses_it() -> None:
    sequence = timing(clip()).find(".//{*}cTn[@nodeType='interactiveSeq']")
    assert [one.get("cmd") for one in sequence.iter("{*}cmd")] == ["togglePause"]
    assert {one.get("spid") for one in sequence.iter("{*}spTgt")} == {"7"}
    assert sequence.find("{*}stCondLst/{*}cond").get("evt") == "onClick"


def test_every_node_has_an_id_of_its_own() -> None:
    root = timing(clip(), clip(start="auto"), revealed=[(0, 1)])
    ids = [one.get("id") for one in root.iter("{*}cTn")]
    assert len(set(ids)) == len(ids)


def test_without_clips_and_clicks_there_is_no_timing() -> None:
    assert timing_xml([(3, [])]) == ""
