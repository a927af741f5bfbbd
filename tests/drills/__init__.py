"""Drills over the wire: the evening of two, its rounds, who sees what, and the deck."""
