"""A talk with a slide of every kind, to see what a brand makes of them."""
