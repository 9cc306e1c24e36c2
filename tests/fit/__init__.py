"""Fitting: no word is lost, no text leaves its box, sizes stay within the limits of the brand."""
