"""Each text is judged on what lies behind its own place."""

from deckgen.template.inspect.text_contrast import text_contrasts
from tests.template.opened import plain_template, read_with_matches


def test_a_headline_on_a_bar_is_judged_on_the_bar() -> None:
    template, matches = read_with_matches(plain_template())
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
