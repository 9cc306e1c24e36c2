"""A template is examined, and a whole talk tried on it: `deckgen brand doctor`."""
