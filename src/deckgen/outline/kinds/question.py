"""A question and its answer: the question is the headline, the answers stand below it.

`title` is the running title of the talk. It stands small above the question, beside the progress
(2/6). The progress counts the questions that are not hidden; a single question has none. Answer in
`bullets` of few words, or in a short `text`.

    - title: The view from the town hall
      question: What has the project set in motion?
      bullets:
        - Joy in trying things that seem hardly possible
        - Stronger networks:
            - municipal companies
            - neighbouring towns
      notes: |
        Tell the story of the **market square**.
"""

from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.illustrated import Illustrated, illustrated_slide
from deckgen.outline.lower.slide_builder import plain_line, text_and_bullets
from deckgen.outline.schema.entry import Context
from deckgen.outline.schema.fields import ListItems, Text, key
from deckgen.support.records import record


@record
class Question(Illustrated):
    """The keys of a question."""

    question: Text = key("The question; it is the headline.", "What was hard?")
    title: Text | None = key("The running title, small above the question.")
    bullets: ListItems | None = key("The answers, a few words each.")
    text: Text | None = key("The answer as running text.")


def lower(entry: Question, context: Context) -> Slide:
    """Lower to the question layout; running text stands before the bullets."""
    counts = not entry.hidden and context.total > 1
    made = illustrated_slide(
        entry,
        context,
        "question",
        {
            "title": entry.question,
            "progress": plain_line(f"{context.number}/{context.total}") if counts else None,
            "kicker": entry.title,
            "body": text_and_bullets(entry.text, entry.bullets, context),
        },
    )
    return made._replace(position=(context.number, context.total)) if counts else made
