"""The lines of a ledger 承诺账: every mechanism tells its own in one shape, and one statement reads them together."""
