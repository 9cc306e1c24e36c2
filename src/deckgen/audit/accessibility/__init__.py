"""What people who see, hear or move little need of a deck: EN 301 549, chapter 10 (WCAG 2.1)."""
