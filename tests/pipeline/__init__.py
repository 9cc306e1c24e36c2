"""An outline becomes a deck: every stage called in order, every finding told."""
