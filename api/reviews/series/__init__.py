"""Series of reviews: the same weekday, again and again, in the organisation's calendar."""
