"""Series of training: the same weekday, again and again, in the organisation's calendar."""
