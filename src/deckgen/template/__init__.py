"""Any template, ours or anybody's, as a brand: what it holds, and which layout serves what."""
