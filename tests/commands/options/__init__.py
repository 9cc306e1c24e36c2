"""What several commands share of their options and of what these name."""
