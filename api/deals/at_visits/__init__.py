"""What a check-in does to a deal (商机): signed and paid, and taken back when the check-in is corrected."""
