"""How wide and how high text is, where its lines break, and where it may be divided."""
