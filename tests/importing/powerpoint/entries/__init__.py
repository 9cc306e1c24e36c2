"""Each slide becomes the entry that shows it; what has no kind is told, not guessed."""
