"""Kinds of help asked for more often than before, in counts; never by whom."""
