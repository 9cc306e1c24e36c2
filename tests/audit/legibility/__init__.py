"""What cannot be read from the last row is found."""
