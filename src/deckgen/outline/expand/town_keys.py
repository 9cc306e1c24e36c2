"""A town's file: where it lies, and the keys that only it has."""

TOWNS = "towns"
"""The folder beside the outline that it lies in."""

BEFORE, AFTER, MOVE, DROP = "insert-before", "insert-after", "move", "drop"
"""What it does to a slide, besides replacing its keys."""
TAGS = "tags"
