"""Promises: given, put right, settled, moved; who reads them."""
