"""What depends on the language of a text: numbers, days, durations, fixed phrases."""
