"""Any deck judged: validity, accessibility, legibility, privacy and size."""
