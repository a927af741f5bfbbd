"""Today: what one screen needs, read from several domains. It stores nothing and counts nobody.

The rep's day with each visit's prep card, the evening that is coming, the manager's glance at who wants help and what
of tomorrow is prepared, and the field as a regional manager and a trainer see it.
"""
