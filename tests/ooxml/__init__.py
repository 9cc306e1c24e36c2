"""Tests of the bytes: packages, lint, dump."""
