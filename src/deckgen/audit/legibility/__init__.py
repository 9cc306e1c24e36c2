"""What can be read from the last row, and on the computer of the venue."""
