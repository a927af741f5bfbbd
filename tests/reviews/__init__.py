"""Reviews: planned, prepared, held and never vanishing."""
