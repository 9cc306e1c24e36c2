"""Where a change belongs: the author's files as they shall be, and the scalars with the words."""
