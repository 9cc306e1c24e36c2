"""Tests of importing Markdown."""
