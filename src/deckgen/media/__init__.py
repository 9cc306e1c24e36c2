"""Pictures as bytes: looked at, refused when they mean harm, made ready to be shown."""
