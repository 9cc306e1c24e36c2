"""Changes, written into the outline, the town's file or a table, in memory."""
