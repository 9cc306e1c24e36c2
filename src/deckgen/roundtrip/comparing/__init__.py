"""What was changed in a deck: its slides and texts are paired with those that were built."""
