"""Each text is judged on what lies behind its own place."""

from deckgen.support.diagnostics import Diagnostics
from deckgen.template.inspect.text_contrast import text_contrasts
from deckgen.template.match.choosing.match_layouts import match_layouts
from deckgen.template.read_template import read_template
from tests.template.opened import plain_template


def test_a_headline_on_a_bar_is_judged_on_the_bar() -> None:
    template = read_template("plain.potx", plain_template(), None, Diagnostics())
    assert template
    matches = match_layouts(template, {}, Diagnostics())
    assert matches
    bullets = next(match for match in matches if match.role == "bullets")
    title, body = bullets.placeholders["title"], bullets.placeholders["body"]
    white = title.level_styles[0]._replace(color="FFFFFF")
    barred = bullets._replace(
        layout=bullets.layout._replace(background=None),
        placeholders={
            "title": title._replace(background="404040", level_styles=(white,)),
            "body": body._replace(background="FFFFFF"),
        },
    )
    found = text_contrasts(template, (barred,))
    assert [(fact.places, fact.background, fact.fails) for fact in found] == [
        (("title",), "404040", False),
        (("body",), "FFFFFF", False),
    ]
