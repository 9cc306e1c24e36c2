"""Packages are read without trust: damaged or hostile files are refused, no reader crashes."""
