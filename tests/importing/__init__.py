"""Tests of importing talks."""
