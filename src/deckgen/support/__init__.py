"""Diagnostics, exit codes, records, terminal text and limited processes, for every room."""
