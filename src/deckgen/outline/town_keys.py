"""The keys that only a town's file has."""

BEFORE, AFTER, MOVE, DROP = "insert-before", "insert-after", "move", "drop"
"""What it does to a slide, besides replacing its keys."""
TAGS = "tags"
