"""The text of an outline becomes nodes that know their line and column."""
