"""The measures of fonts: widths, kerning, line heights; and break opportunities."""
