"""Drawings take the room that they have: steps, figures, people, listings, codes to scan."""
