"""LibreOffice is found, bounded in time, and ended with all that it started."""
