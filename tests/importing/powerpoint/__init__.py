"""Slides of PowerPoint become entries of an outline; what has no kind is told, not guessed."""
