"""What commands say reaches the terminal so that it can be read."""
