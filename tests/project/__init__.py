"""Many towns: the same decks as one by one, whichever run or worker builds them."""
