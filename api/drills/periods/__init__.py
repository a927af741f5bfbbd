"""Evenings of a stretch of days, as far as a review or a goal looks at them."""
