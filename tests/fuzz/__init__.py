"""Damaged and absurd inputs, made from a seed: each ends as docs/security.md promises."""
