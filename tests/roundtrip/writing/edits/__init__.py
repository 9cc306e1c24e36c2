"""An edit of the author's files says what the change says, and nothing else is touched."""
