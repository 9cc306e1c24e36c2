"""The page shows every save, serves this machine alone, and can be used by everybody."""
