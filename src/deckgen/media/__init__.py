"""Pictures, films and sounds: looked at, refused when they mean harm, made ready to be shown."""
