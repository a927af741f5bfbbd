"""What helpers owe those who asked, and the thanks that came back: the part of the ledger that help requests answer."""
