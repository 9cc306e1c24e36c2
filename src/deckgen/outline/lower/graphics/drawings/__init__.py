"""What slides show as shapes: highlighted listings, codes to scan, drawings below a headline."""
