"""The folder for the USB stick: everything that the venue may need, and what it must have."""
