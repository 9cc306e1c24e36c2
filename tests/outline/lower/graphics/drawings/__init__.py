"""Drawings stand below their headline, and say what an author has to change in them."""
