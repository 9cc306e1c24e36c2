"""What moves on a slide: what only comes in is no reason to keep the slide as it is."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as PresentationType

from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.support.diagnostics import Diagnostics
from tests.importing.powerpoint.old_slides import TITLE_AND_BODY, add_slide
from tests.tools.packages import saved


def animated(talk: PresentationType, start: str, sort: str) -> None:
    """Add a slide whose text fades: `start` is a nodeType, `sort` a presetClass (19.5.33)."""
    slide = add_slide(talk, TITLE_AND_BODY, "Trees", "Eleven")
    target = (
        f'<p:tgtEl><p:spTgt spid="{slide.placeholders[1].shape_id}"><p:txEl>'
        '<p:pRg st="0" end="0"/></p:txEl></p:spTgt></p:tgtEl>'
    )
    effect = (
        f'<p:animEffect transition="in" filter="fade"><p:cBhvr><p:cTn id="4" dur="500"/>{target}'
        "</p:cBhvr></p:animEffect>"
    )
    slide.element.append(
        parse_xml(
            f'<p:timing {nsdecls("p")}><p:tnLst><p:par><p:cTn id="1" nodeType="tmRoot">'
            '<p:childTnLst><p:seq><p:cTn id="2" nodeType="mainSeq"><p:childTnLst><p:par>'
            f'<p:cTn id="3" presetID="10" presetClass="{sort}" nodeType="{start}"><p:childTnLst>'
            f"{effect}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:seq>"
            "</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
        )
    )


def faded_in_by_itself(talk: PresentationType) -> None:
    animated(talk, "withEffect", "entr")


def faded_in_by_clicks(talk: PresentationType) -> None:
    animated(talk, "clickEffect", "entr")


def faded_out(talk: PresentationType) -> None:
    animated(talk, "withEffect", "exit")


def more_than_text_faded_in(talk: PresentationType) -> None:
    """Add a slide whose text comes by a click, as its headline does."""
    animated(talk, "clickEffect", "entr")
    timing = talk.slides[0].element.find(qn("p:timing"))
    whole = deepcopy(next(timing.iter(qn("p:animEffect"))))
    target = next(whole.iter(qn("p:spTgt")))
    target.remove(target[0])
    target.set("spid", "2")
    next(timing.iter(qn("p:animEffect"))).addnext(whole)


def faded_in_from_no_number(talk: PresentationType) -> None:
    """Add a slide whose text comes by clicks, from a paragraph whose number is none."""
    animated(talk, "clickEffect", "entr")
    next(talk.slides[0].element.iter(qn("p:pRg"))).set("st", "²")


SLIDE = "  - title: Trees\n    bullets:\n      - Eleven\n"
NOT_ALL = f"  # Slide 1: not all of it comes click by click as it did.\n{SLIDE}    reveal: yes\n"
CASES: dict[Callable[[PresentationType], None], str] = {
    faded_in_by_itself: SLIDE,
    faded_in_by_clicks: f"{SLIDE}    reveal: yes\n",
    more_than_text_faded_in: NOT_ALL,
    faded_in_from_no_number: NOT_ALL,
    faded_out: (
        "  # Slide 1 stays as it is: an animation.\n  - include: original.pptx\n    slides: 1\n"
    ),
}


@pytest.mark.parametrize("draw", CASES, ids=[draw.__name__ for draw in CASES])
def test_slides_that_move(draw: Callable[[PresentationType], None]) -> None:
    talk = Presentation()
    draw(talk)
    made = import_presentation("old.pptx", saved(talk), Diagnostics())
    assert made is not None
    assert made.files["slides.yaml"].decode().partition("slides:\n")[2] == CASES[draw]
