"""Flows: one file for each sentence of the method that crosses mechanisms, opening with that sentence.

A flow listens to what one mechanism published and calls one service of another. What it does is wanted, not
needed: when it breaks, the work that caused it stands and the fault is kept.
"""
