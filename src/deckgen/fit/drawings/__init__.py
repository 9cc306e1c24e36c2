"""Figures, steps, people, code listings and QR codes as shapes with measured text."""
