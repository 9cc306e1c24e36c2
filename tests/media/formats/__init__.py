"""What a photo says of itself is read, and where it was taken is left out."""
