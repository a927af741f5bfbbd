"""Deals: the product list, a deal from open to collected or lost, and what a check-in does to it."""
