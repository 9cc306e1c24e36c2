"""What every room may use: diagnostics, exit codes, records, terminals, bounded processes."""
