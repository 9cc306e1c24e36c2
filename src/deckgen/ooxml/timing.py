"""The movement of a slide: its transition, its text click by click, its films and sounds.

The XML is that of PowerPoint for the effect “Appear” by paragraphs (ECMA-376 Part 1, 19.5); see
docs/facts/timing.md. Print and PDF show the whole text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from deckgen.deck.slide import Transition
from deckgen.deck.text_body import TextBody

if TYPE_CHECKING:
    from deckgen.deck.graphics.clip import Clip

_AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_ON_THE_SLIDE = "<p:tgtEl><p:sldTgt/></p:tgtEl>"


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

    Both come with the ids of their shapes. A clip starts with the slide, or with a click of its
    own after all paragraphs.
    """
    ids, all_clips = count(3), list(clips)
    automatic = [clip for clip in all_clips if clip[1].playing.start == "auto"]
    steps, builds = _start_steps(automatic, ids), []
    for shape_id, clicks in revealed:
        steps += [_click(shape_id, paragraphs, ids) for paragraphs in clicks]
        if clicks:
            builds.append(f'<p:bldP spid="{shape_id}" grpId="0" build="p"/>')
    steps += _start_steps([clip for clip in all_clips if clip not in automatic], ids)
    if not steps:
        return ""
    build_list = f"<p:bldLst>{''.join(builds)}</p:bldLst>" if builds else ""
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never"'
        ' nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek">'
        '<p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f"{''.join(steps)}</p:childTnLst></p:cTn>"
        f'<p:prevCondLst><p:cond evt="onPrev" delay="0">{_ON_THE_SLIDE}</p:cond></p:prevCondLst>'
        f'<p:nextCondLst><p:cond evt="onNext" delay="0">{_ON_THE_SLIDE}</p:cond></p:nextCondLst>'
        f"</p:seq>{_play_nodes(all_clips, ids)}</p:childTnLst></p:cTn></p:par></p:tnLst>"
        f"{build_list}</p:timing>"
    )


def _start_steps(clips: list[tuple[int, Clip]], ids: Iterator[int]) -> list[str]:
    if not clips:
        return []
    from deckgen.ooxml.clip_timing import play_step

    return [play_step(*clip, ids) for clip in clips]


def _play_nodes(clips: list[tuple[int, Clip]], ids: Iterator[int]) -> str:
    if not clips:
        return ""
    from deckgen.ooxml.clip_timing import clip_nodes

    return "".join(clip_nodes(*clip, ids) for clip in clips)


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
