"""`deckgen brand show` tells what a template holds, as it is."""
