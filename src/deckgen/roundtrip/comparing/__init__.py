"""What was changed: slides and texts are paired, their differences told."""
