"""Records keep their values; a terminal gets nothing that it obeys."""
