"""Who sees what, as one table over the live routes; who may change what, as one story."""
