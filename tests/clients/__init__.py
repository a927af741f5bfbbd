"""Clients: who sees them, how they are found, what a sheet holds, and what a hand-over moves."""
