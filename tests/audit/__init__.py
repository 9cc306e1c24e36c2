"""Each fault that makes PowerPoint repair a deck is found; sound decks have no finding."""
