"""Tests of importing presentations."""
