"""Pages drawn by the light renderer, without LibreOffice."""
