"""Drawn pictures for the examples: a canvas, people, rooms, and the scenes made of them."""
