"""Who came, what was practised afterwards, and who confirmed it."""
