"""Answers of processes that draw and highlight, which talks of many tests ask for anew."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import TypeVar

import pytest

from deckgen.deck.text_body import Run
from deckgen.media.svg.svg_to_png import PngOrRefusal, SvgAtWidth, svgs_to_png
from deckgen.outline.lower.graphics.drawings.code_highlighting import Highlighter

KeyT = TypeVar("KeyT")
AnswerT = TypeVar("AnswerT")
MOST_ANSWERS = 128
"""Those that were used last, of each sort."""


def share_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let talks share what was drawn and highlighted: each of the two processes takes 0.3 s.

    Refusals are not kept. The tests of the two import them by name, and ask them themselves.
    """
    drawn: OrderedDict[tuple[bytes, int], PngOrRefusal] = OrderedDict()
    lit: OrderedDict[tuple[str, str], list[tuple[Run, ...]]] = OrderedDict()

    def pictures(orders: Sequence[SvgAtWidth]) -> list[PngOrRefusal]:
        keys = [(order.drawing.data, order.width) for order in orders]
        new = [order for order, key in zip(orders, keys, strict=True) if key not in drawn]
        made = iter(svgs_to_png(new))
        answers = [drawn[key] if key in drawn else next(made) for key in keys]
        for key, answer in zip(keys, answers, strict=True):
            if isinstance(answer, bytes):
                _keep(drawn, key, answer)
        return answers

    class SharedHighlighter(Highlighter):
        def lines(self, code: str, language: str) -> list[tuple[Run, ...]]:
            key = (code, language)
            _keep(lit, key, lit[key] if key in lit else super().lines(code, language))
            return list(lit[key])

    monkeypatch.setattr("deckgen.media.svg.svg_to_png.svgs_to_png", pictures)
    module = "deckgen.outline.lower.graphics.drawings.code_highlighting"
    monkeypatch.setattr(f"{module}.Highlighter", SharedHighlighter)


def _keep(answers: OrderedDict[KeyT, AnswerT], key: KeyT, answer: AnswerT) -> None:
    answers[key] = answer
    answers.move_to_end(key)
    if len(answers) > MOST_ANSWERS:
        answers.popitem(last=False)
