"""Large titles on covers, sections and closing pages keep words together that belong so."""

from tests.talks import talk


def test_a_title_is_set_a_little_smaller_where_that_saves_a_phrase() -> None:
    made = talk("- closing: Now, your question.", lang="en-GB", style="editorial").compiled
    title = dict(made.fitted.deck.slides[0].placeholders)["title"]
    place = made.brand.layout("closing").placeholder("title")
    assert place
    own = place.level_styles[0].size
    assert 0.85 * own <= title.sizes[0] < own
    assert title.text == "Now, your\u00a0question."
