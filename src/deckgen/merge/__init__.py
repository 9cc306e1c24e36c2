"""Slides of other decks: which there are, and all that comes along when they are taken over."""
