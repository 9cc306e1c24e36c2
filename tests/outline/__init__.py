"""What an author writes arrives on the slides, or is reported at its line and column."""
