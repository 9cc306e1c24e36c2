"""The light renderer draws what PowerPoint draws, or says what differs."""
