"""Who sits in a review: host, person, and the mentor who joins for a newcomer."""
