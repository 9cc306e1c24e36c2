"""Tests of slides from other decks."""
