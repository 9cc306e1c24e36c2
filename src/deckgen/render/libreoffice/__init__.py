"""Pages drawn by LibreOffice, in a process of its own that can be ended."""
