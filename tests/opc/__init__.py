"""Tests of packages that are read without trust."""
