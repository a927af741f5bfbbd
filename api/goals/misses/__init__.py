"""Agreed goals that ended short of their target and that nobody has advised on yet."""
