"""A copy of any deck in which what is safe is mended; all other parts keep their bytes."""
