"""Scales of charts end and step where people would put it."""
