"""Pages drawn by a small renderer, without LibreOffice."""
