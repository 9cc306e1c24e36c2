"""Which place on its slide each graphic gets; `graphics`, `drawings` and `charts` fill it."""
