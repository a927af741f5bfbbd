"""Advice a manager owes after misses, and thanks a rep was given: the part of the ledger that goals answer."""
