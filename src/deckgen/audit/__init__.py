"""Audits of any deck: validity, accessibility, legibility, privacy and size."""
