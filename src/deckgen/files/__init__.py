"""The disk: reads within bounds, writes whole files, watches, replaces no work of others."""
