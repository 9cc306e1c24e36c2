"""Templates as designers make them: pages on them are readable, aligned and not crowded."""
