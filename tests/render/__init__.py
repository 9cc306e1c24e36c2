"""Decks are prepared so that a renderer shows every slide and reaches nothing outside the deck."""
