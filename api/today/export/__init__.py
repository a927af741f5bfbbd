"""A person takes along what they wrote and what was kept about them; it only reads."""
