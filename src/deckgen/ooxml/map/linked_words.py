"""The addresses that words of a slide lead to, as the map of a deck has them."""

from collections.abc import Iterator

from deckgen.deck.text_body import Paragraph, Run, WebLink


def linked_addresses(paragraph: Paragraph) -> Iterator[str]:
    """Yield the web and mail addresses of its words; a blank in one is written as %20."""
    for run in paragraph.runs:
        if isinstance(run, Run) and isinstance(run.link, WebLink):
            yield run.link.url.replace(" ", "%20")
