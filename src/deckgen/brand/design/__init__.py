"""The vocabulary in which a style is written: grid, colours of a tone, placeholders, decorations."""
