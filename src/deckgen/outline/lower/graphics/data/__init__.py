"""Rows, numbers and CSV files of the outline become tables and charts."""
