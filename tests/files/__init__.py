"""Nothing is half written, no work of others is replaced, only the own folder is read."""
