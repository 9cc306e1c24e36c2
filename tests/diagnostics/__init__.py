"""Each faulty outline gets exactly the diagnostics that it lists, at the right line and column."""
