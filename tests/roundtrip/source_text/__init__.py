"""Other words are written into the own text of the author, and nothing else changes there."""
