"""The seal shows whether somebody has changed a file since deckgen wrote it."""
