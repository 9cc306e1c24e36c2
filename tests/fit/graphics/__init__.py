"""Pictures and tables stay within their place, undistorted, beside their text."""
