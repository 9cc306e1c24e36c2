"""Charts as shapes of a slide, for a renderer that draws charts of its own in another way."""
