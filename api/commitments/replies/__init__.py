"""How the other side sees it: a sentence beside what was said of a promise. It vetoes nothing and stays."""
