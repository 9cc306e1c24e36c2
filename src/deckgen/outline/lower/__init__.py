"""Records become the slides of a deck."""
