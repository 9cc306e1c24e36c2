"""Where the headline stands on slides of a generated layout, and what begins below it.

The block of kicker and headline begins at one height: without a kicker, the headline stands where
the kicker would. Bodies follow the last line of the headline at one distance (docs/design.md).
"""

from deckgen.deck.layout import EMU_PER_INCH, Layout, Placeholder

_GAP = round(0.35 * EMU_PER_INCH)
"""From the last line to the bodies; from its baseline it is 0.45 in."""


def with_following_bodies(layout: Layout) -> Layout:
    """Return the layout as slides use it: a body that stands beside the headline stays there.

    Only layouts with a kicker are changed. One beside the headline does not raise it.
    """
    title, kicker = layout.placeholder("title"), layout.placeholder("kicker")
    if title is None or kicker is None or _is_beside(layout.placeholder("body"), title):
        return layout
    following = layout._replace(headline_gap=_GAP)
    if kicker.box.y > title.box.y:
        return following
    raised = title._replace(box=title.box._replace(y=kicker.box.y), overrides_box=True)
    return following._replace(
        placeholders=tuple([raised if one is title else one for one in layout.placeholders]),
        below_kicker=(title,),
    )


def _is_beside(body: Placeholder | None, title: Placeholder) -> bool:
    return body is not None and body.box.y <= title.box.y
