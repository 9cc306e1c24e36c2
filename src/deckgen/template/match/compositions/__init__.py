"""Titles, quotations and small texts on layouts that were made for a headline and a list."""
