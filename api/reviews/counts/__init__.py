"""Reviews in counts: what a region sees of its teams."""
