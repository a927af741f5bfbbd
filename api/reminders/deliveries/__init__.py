"""What is on its way to a phone or a group: tried up to five times, and a repeat replaces what it repeats."""
