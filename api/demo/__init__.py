"""The demo company 澜桥出海 Lanbridge: one month of a made-up field-sales team, always ending today.

Everything in it is fictional and grown from one fixed seed. It is never loaded beside real clients.
"""
