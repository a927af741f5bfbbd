"""What waits for a word of mine today: goals, advice, late promises, reviews, rides. It only reads."""
