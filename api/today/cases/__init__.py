"""Cases 案例 for a visit that is being prepared: the library, the client, and what it said before, read side by side."""
