"""What moves on a slide: how it comes on stage, its text click by click, what plays.

As PowerPoint itself writes the effect “Appear” by paragraphs (ECMA-376 Part 1, 19.5); the facts
are in docs/facts/timing.md. Print and PDF show the whole text: an effect is no change of the slide.
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
    """Return the `p:transition`; nothing, if the slide comes on stage without one."""
    return '<p:transition spd="med"><p:fade/></p:transition>' if transition == "fade" else ""


def click_paragraphs(body: TextBody) -> list[tuple[int, ...]]:
    """Return what each click brings: a paragraph of the first level and those below it.

    Paragraphs are counted from 0. Those that stay, and those without words, are in none.
    """
    found: list[tuple[int, ...]] = []
    goes_on = False
    for at, paragraph in enumerate(body.paragraphs):
        if paragraph.stays or not paragraph.text.strip():
            goes_on = False
        elif goes_on and paragraph.level:
            found[-1] += (at,)
        else:
            found.append((at,))
            goes_on = True
    return found


def timing_xml(
    revealed: Iterable[tuple[int, list[tuple[int, ...]]]],
    plays: Iterable[tuple[int, Clip]] = (),
) -> str:
    """Return the `p:timing` that brings shapes, by their ids, click by click, one after another.

    What `plays` begins with the slide, or with a click of its own after all others.
    """
    ids, clips = count(3), list(plays)
    at_once = [one for one in clips if one[1].playing.start == "auto"]
    steps, builds = _started(at_once, ids), []
    for shape_id, brought in revealed:
        steps += [_click(shape_id, paragraphs, ids) for paragraphs in brought]
        if brought:
            builds.append(f'<p:bldP spid="{shape_id}" grpId="0" build="p"/>')
    steps += _started([one for one in clips if one not in at_once], ids)
    if not steps:
        return ""
    built = f"<p:bldLst>{''.join(builds)}</p:bldLst>" if builds else ""
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never"'
        ' nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek">'
        '<p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f"{''.join(steps)}</p:childTnLst></p:cTn>"
        f'<p:prevCondLst><p:cond evt="onPrev" delay="0">{_ON_THE_SLIDE}</p:cond></p:prevCondLst>'
        f'<p:nextCondLst><p:cond evt="onNext" delay="0">{_ON_THE_SLIDE}</p:cond></p:nextCondLst>'
        f"</p:seq>{_playing(clips, ids)}</p:childTnLst></p:cTn></p:par></p:tnLst>"
        f"{built}</p:timing>"
    )


def _started(clips: list[tuple[int, Clip]], ids: Iterator[int]) -> list[str]:
    """Return the steps that start films and sounds."""
    if not clips:
        return []
    from deckgen.ooxml.clip_timing import play_step

    return [play_step(*clip, ids) for clip in clips]


def _playing(clips: list[tuple[int, Clip]], ids: Iterator[int]) -> str:
    """Return the nodes that play them."""
    if not clips:
        return ""
    from deckgen.ooxml.clip_timing import clip_nodes

    return "".join(clip_nodes(*clip, ids) for clip in clips)


def _click(shape_id: int, paragraphs: tuple[int, ...], ids: Iterator[int]) -> str:
    """Return one step of the main sequence: the first paragraph on a click, the others with it."""
    outer, inner = next(ids), next(ids)
    effects = "".join(
        _appear(shape_id, paragraph, "withEffect" if at else "clickEffect", ids)
        for at, paragraph in enumerate(paragraphs)
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
