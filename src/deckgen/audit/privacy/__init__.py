"""What a file gives away that nobody sees on its slides."""
