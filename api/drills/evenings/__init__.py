"""Somebody's own evening 晚间: what asks to be played, a partner, a postponement with its reason, one line of reflection.

It warns and suggests; it never blocks, and never counts.
"""
