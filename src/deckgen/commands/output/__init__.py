"""What commands say, and the files that they write."""
