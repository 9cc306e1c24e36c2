"""Films and sounds in the timing of a slide (ECMA-376 Part 1, 19.5), as PowerPoint writes them.

A clip has a step in the main sequence, which starts it; a time node that plays it; and a sequence
of its own, so that a click on it pauses it and starts it again. See docs/facts/media.md.
"""

from collections.abc import Iterator

from deckgen.deck.graphics.clip import Clip

_AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_WITH_THE_SLIDE = '<p:cond evt="onBegin" delay="0"><p:tn val="2"/></p:cond>'
"""The beginning of the main sequence, whose time node has the id 2."""


def play_step(shape_id: int, clip: Clip, ids: Iterator[int]) -> str:
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


def clip_nodes(shape_id: int, clip: Clip, ids: Iterator[int]) -> str:
    """Return the node that plays a clip, and the sequence for clicks on it."""
    loop = ' repeatCount="indefinite"' if clip.playing.loop else ""
    mute = ' mute="1"' if clip.playing.mute else ""
    tag, stops = "video", ""
    if not clip.recording.film:
        tag = "audio"
        stops = (
            '<p:endCondLst><p:cond evt="onStopAudio" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl>'
            "</p:cond></p:endCondLst>"
        )
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
