"""Keys become records; what is misspelled is reported at its line, with a hint."""
