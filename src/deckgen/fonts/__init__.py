"""Fonts as measures: widths, kerning, line heights and where lines may break."""
