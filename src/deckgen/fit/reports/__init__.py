"""What is told of fitted slides: warnings for the author, and why each slide looks as it does."""
