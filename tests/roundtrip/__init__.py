"""What colleagues change in a deck comes home."""
