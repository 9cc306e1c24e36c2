"""An entry is taken only if the slide that it makes shows what the slide showed."""
