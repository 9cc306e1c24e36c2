"""Pictures, films, tables and shapes as DrawingML (ECMA-376 Part 1, 20.1 and 21.1.3)."""
