"""Labels of charts are readable, and none covers another."""
