"""Pictures, films and sounds: inspected, refused if harmful or broken, made ready for a slide."""
