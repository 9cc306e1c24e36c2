"""Many decks from one folder: towns, names, workers, and what an earlier run has built."""
