"""The wish for help of a check-in: it becomes a request, and goes again while nobody has answered."""
