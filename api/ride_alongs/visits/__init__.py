"""The real visits of the day to which the two go together, each on a rung agreed before the door."""
