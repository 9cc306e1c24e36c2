"""Numbers, days and durations are read and written as each language does."""
