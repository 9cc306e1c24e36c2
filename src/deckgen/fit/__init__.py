"""Text and graphics are given sizes and places; what is too long goes on over more slides."""
