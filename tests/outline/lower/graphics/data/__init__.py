"""Charts and tables show the numbers that were written, or say why not."""
