"""Every exported file says all words of the talk; an export that fails leaves no half file."""
