"""The whole record of one review, as those who sit in it see it."""
