"""The movement of a slide: its transition, its text click by click, its films and sounds.

The XML is that of PowerPoint for the effect “Appear” by paragraphs (ECMA-376 Part 1, 19.5); see
docs/facts/timing.md. Print and PDF show the whole text. A clip has a step in the main sequence,
which starts it; a time node that plays it; and a sequence of its own, so that a click on it pauses
it and starts it again: docs/facts/media.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from deckgen.deck.slide import Transition
from deckgen.deck.text_body import TextBody

if TYPE_CHECKING:
    from deckgen.deck.graphics import Clip

_AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_ON_THE_SLIDE = "<p:tgtEl><p:sldTgt/></p:tgtEl>"
_WITH_THE_SLIDE = '<p:cond evt="onBegin" delay="0"><p:tn val="2"/></p:cond>'
"""The beginning of the main sequence, whose time node has the id 2."""


def transition_xml(transition: Transition) -> str:
    """Return the `p:transition`, or nothing for a slide without one."""
    return '<p:transition spd="med"><p:fade/></p:transition>' if transition == "fade" else ""


def click_paragraphs(body: TextBody) -> list[tuple[int, ...]]:
    """Return the paragraphs that each click shows: one of the first level and those below it.

    Paragraphs are counted from 0. Those that stay, and those without words, belong to no click.
    """
    clicks: list[tuple[int, ...]] = []
    may_continue = False
    for index, paragraph in enumerate(body.paragraphs):
        if paragraph.stays or not paragraph.text.strip():
            may_continue = False
        elif may_continue and paragraph.level:
            clicks[-1] += (index,)
        else:
            clicks.append((index,))
            may_continue = True
    return clicks


def timing_xml(
    revealed: Iterable[tuple[int, list[tuple[int, ...]]]], clips: Iterable[tuple[int, Clip]] = ()
) -> str:
    """Return the `p:timing` that shows paragraphs click by click and plays clips; or nothing.

    Both have the ids of their shapes. A clip starts with the slide, or by its own click at the end.
    """
    ids, all_clips = count(3), list(clips)
    automatic = [clip for clip in all_clips if clip[1].playing.start == "auto"]
    steps, builds = [_play_step(*clip, ids) for clip in automatic], []
    for shape_id, clicks in revealed:
        steps += [_click(shape_id, paragraphs, ids) for paragraphs in clicks]
        if clicks:
            builds.append(f'<p:bldP spid="{shape_id}" grpId="0" build="p"/>')
    steps += [_play_step(*clip, ids) for clip in all_clips if clip not in automatic]
    if not steps:
        return ""
    nodes = "".join(_clip_nodes(*clip, ids) for clip in all_clips)
    build_list = f"<p:bldLst>{''.join(builds)}</p:bldLst>" if builds else ""
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never"'
        ' nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek">'
        '<p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f"{''.join(steps)}</p:childTnLst></p:cTn>"
        f'<p:prevCondLst><p:cond evt="onPrev" delay="0">{_ON_THE_SLIDE}</p:cond></p:prevCondLst>'
        f'<p:nextCondLst><p:cond evt="onNext" delay="0">{_ON_THE_SLIDE}</p:cond></p:nextCondLst>'
        f"</p:seq>{nodes}</p:childTnLst></p:cTn></p:par></p:tnLst>"
        f"{build_list}</p:timing>"
    )


def _click(shape_id: int, paragraphs: tuple[int, ...], ids: Iterator[int]) -> str:
    """Return one step of the main sequence: a click shows the first paragraph and all others."""
    outer, inner = next(ids), next(ids)
    effects = "".join(
        _appear(shape_id, paragraph, "withEffect" if index else "clickEffect", ids)
        for index, paragraph in enumerate(paragraphs)
    )
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold"><p:stCondLst><p:cond delay="indefinite"/>'
        f'</p:stCondLst><p:childTnLst><p:par><p:cTn id="{inner}" fill="hold">{_AT_ONCE}'
        f"<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def _appear(shape_id: int, paragraph: int, trigger: str, ids: Iterator[int]) -> str:
    effect, behaviour = next(ids), next(ids)
    return (
        f'<p:par><p:cTn id="{effect}" presetID="1" presetClass="entr" presetSubtype="0"'
        f' fill="hold" grpId="0" nodeType="{trigger}">{_AT_ONCE}<p:childTnLst><p:set><p:cBhvr>'
        f'<p:cTn id="{behaviour}" dur="1" fill="hold">{_AT_ONCE}</p:cTn>'
        f'<p:tgtEl><p:spTgt spid="{shape_id}"><p:txEl><p:pRg st="{paragraph}" end="{paragraph}"/>'
        "</p:txEl></p:spTgt></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName>"
        '</p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst>'
        "</p:cTn></p:par>"
    )


def _play_step(shape_id: int, clip: Clip, ids: Iterator[int]) -> str:
    """Return the step of the main sequence that starts a clip: with the slide, or with a click."""
    automatic = clip.playing.start == "auto"
    condition = _WITH_THE_SLIDE if automatic else ""
    trigger = "afterEffect" if automatic else "clickEffect"
    return _step(
        f'<p:stCondLst><p:cond delay="indefinite"/>{condition}</p:stCondLst>',
        f'presetID="1" presetClass="mediacall" presetSubtype="0" fill="hold" nodeType="{trigger}"',
        ("playFrom(0.0)", clip.recording.milliseconds),
        shape_id,
        ids,
    )


def _clip_nodes(shape_id: int, clip: Clip, ids: Iterator[int]) -> str:
    """Return the node that plays a clip, and the sequence for clicks on it."""
    loop = ' repeatCount="indefinite"' if clip.playing.loop else ""
    mute = ' mute="1"' if clip.playing.mute else ""
    tag, stops = "video", ""
    if not clip.recording.film:
        stop = f'<p:cond evt="onStopAudio" delay="0">{_ON_THE_SLIDE}</p:cond>'
        tag, stops = "audio", f"<p:endCondLst>{stop}</p:endCondLst>"
    node = (
        f'<p:{tag}><p:cMediaNode vol="80000"{mute}><p:cTn id="{next(ids)}"{loop} fill="hold"'
        f' display="0"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>{stops}</p:cTn>'
        f"{_target(shape_id)}</p:cMediaNode></p:{tag}>"
    )
    on_click = f'<p:cond evt="onClick" delay="0">{_target(shape_id)}</p:cond>'
    sequence = next(ids)
    step = _step(
        _AT_ONCE,
        'presetID="2" presetClass="mediacall" presetSubtype="0" fill="hold" nodeType="clickEffect"',
        ("togglePause", 1),
        shape_id,
        ids,
    )
    return (
        f'{node}<p:seq concurrent="1" nextAc="seek"><p:cTn id="{sequence}" restart="whenNotActive"'
        f' fill="hold" evtFilter="cancelBubble" nodeType="interactiveSeq"><p:stCondLst>{on_click}'
        '</p:stCondLst><p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync><p:childTnLst>'
        f"{step}</p:childTnLst></p:cTn><p:nextCondLst>{on_click}</p:nextCondLst></p:seq>"
    )


def _step(
    start: str, effect: str, command: tuple[str, int], shape_id: int, ids: Iterator[int]
) -> str:
    """Return a step that gives a shape a command, which takes some milliseconds."""
    outer, inner, own, behaviour = (next(ids) for _ in range(4))
    name, milliseconds = command
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold">{start}<p:childTnLst><p:par><p:cTn id="{inner}"'
        f' fill="hold">{_AT_ONCE}<p:childTnLst><p:par><p:cTn id="{own}" {effect}>{_AT_ONCE}'
        f'<p:childTnLst><p:cmd type="call" cmd="{name}"><p:cBhvr><p:cTn id="{behaviour}"'
        f' dur="{milliseconds}" fill="hold"/>{_target(shape_id)}</p:cBhvr></p:cmd></p:childTnLst>'
        "</p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def _target(shape_id: int) -> str:
    return f'<p:tgtEl><p:spTgt spid="{shape_id}"/></p:tgtEl>'
