"""Decks of a talk, or of many towns: built, checked, watched, and left where they were edited."""
