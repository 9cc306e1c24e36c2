"""Pictures, films and sounds keep what their author said of them, beside a text or alone."""
