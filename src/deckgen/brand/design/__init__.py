"""The vocabulary in which a style is written: grid, colours, placeholders, decorations."""
