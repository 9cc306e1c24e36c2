"""Each kind of slide, from its keys in the outline to its shapes in the deck."""
