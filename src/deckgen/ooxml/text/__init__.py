"""Text bodies and equations as DrawingML (ECMA-376 Part 1, 21.1.2 and 22.1)."""
