"""Reviews a host owes: the part of the ledger that reviews answer."""
