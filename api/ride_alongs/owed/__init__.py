"""Days a mentor promised to ride along: the part of the ledger that ride-alongs answer."""
