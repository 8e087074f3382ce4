"""What leaves the house: files, whole or not at all."""
