"""Questions that wait for a review: what happened elsewhere and is to be talked over there, with where it came from."""
