"""Programs that validate and render decks, for the tests."""
