"""Records keep their values; names are found as people type them; a terminal obeys no text."""
