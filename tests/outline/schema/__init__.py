"""Keys become records; what is misspelled is told at its line, with a hint."""
