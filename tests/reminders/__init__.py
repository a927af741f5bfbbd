"""One short sentence at the right moment."""
