"""One outline becomes one deck: every stage called in order."""
