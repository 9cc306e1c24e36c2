"""Slides of other decks keep their look and words; what could do harm is left out and reported."""
