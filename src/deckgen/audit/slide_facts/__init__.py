"""What the rules look at: the slides of any deck with all that they inherit, computed once."""
