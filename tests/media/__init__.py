"""Recordings of every organisation: how long they are kept, and that rows and files never part."""
