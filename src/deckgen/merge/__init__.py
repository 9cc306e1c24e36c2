"""Slides of other decks, merged into this deck with the parts that they need."""
