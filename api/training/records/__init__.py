"""A session whole: with what was learned, who came, and what was practised."""
