"""The house itself: the store, its facts, and what the wire refuses."""
