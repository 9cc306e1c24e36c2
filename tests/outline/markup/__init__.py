"""Markup becomes runs as CommonMark pairs it; markup of other systems is told."""
