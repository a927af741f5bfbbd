"""Plans of training: which topics a quarter or a month is for, and when they are wished."""
