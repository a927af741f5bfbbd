"""What was practised for the visits of a ride-along, for the two who ride; it only reads."""
