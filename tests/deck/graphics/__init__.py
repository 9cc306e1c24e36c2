"""The deck is a value: its text has a direction, and two decks differ by slides and words."""
