"""Mathematics: as values, and as plain text."""
