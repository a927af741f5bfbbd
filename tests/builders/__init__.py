"""A small world to test in, made of real rows on a real database."""
