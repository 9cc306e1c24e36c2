"""The addresses that words of a slide lead to, as the map of a deck has them."""

from collections.abc import Iterable, Iterator

from deckgen.deck.text_body import Run, TextBody, WebLink


def linked_addresses(bodies: Iterable[TextBody]) -> Iterator[str]:
    """Yield the web and mail addresses of words in texts; a blank in one is written as %20."""
    for body in bodies:
        for paragraph in body.paragraphs:
            for run in paragraph.runs:
                if isinstance(run, Run) and isinstance(run.link, WebLink):
                    yield run.link.url.replace(" ", "%20")
