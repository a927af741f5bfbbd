"""What asks for a reminder now: reviews, promises, answers, the evening, ride-alongs."""
