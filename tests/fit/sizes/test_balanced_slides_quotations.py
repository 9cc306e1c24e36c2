"""Quotations with balanced lines: how much smaller they are set for these, and how they end."""

import pytest

from tests.talks import talk

HUMBOLDT = (
    "„Man soll nicht bloß handeln, sondern es auch mit der Zuversicht tun, als hänge der Erfolg "
    "lediglich von einem selbst ab.“"
)
MANY_WORDS = (
    "„Die Stadt ist der Ort, an dem Fremde einander begegnen und trotzdem Nachbarn werden, wenn "
    "man ihnen Zeit lässt und einen Grund, miteinander zu sprechen, statt nur nebeneinander zu "
    "wohnen und zu schweigen, wie es die Leute in den neuen Vierteln tun.“"
)


@pytest.mark.parametrize(
    ("said", "style", "size"),
    [(HUMBOLDT, "minimal", 46), (HUMBOLDT, "editorial", 50), (MANY_WORDS, "minimal", 42)],
    ids=["smaller, in as many lines", "rather a line more", "long, as large as it fits"],
)
def test_quotations_are_set_smaller_in_bounds(said: str, style: str, size: int) -> None:
    made = talk(f"- quote: {said}", lang="de-DE", style=style).compiled
    title = dict(made.fitted.deck.slides[0].placeholders)["title"]
    assert title.sizes == (size,)


LONG_QUOTATION = (
    "„Ein Krankenhaus ist kein Unternehmen, das zufällig Kranke versorgt, sondern ein Versprechen "
    "der Gesellschaft an sich selbst, dass niemand allein bleibt, wenn es ernst wird, und dieses "
    "Versprechen kostet auch in den Nächten, in denen niemand kommt.“"
)


def test_a_quotation_of_which_no_lines_are_certain_ends_with_two_words() -> None:
    made = talk(f"- quote: {LONG_QUOTATION}", lang="de-DE", style="minimal", size="4:3").compiled
    title = dict(made.fitted.deck.slides[0].placeholders)["title"]
    assert title.text.endswith(" in\u00a0denen\u00a0niemand\u00a0kommt.“")
