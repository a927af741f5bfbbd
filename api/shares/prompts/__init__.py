"""Prompts: after a signature or a loss a share is begun for its author alone, from what the visits told.

It is a draft to write over, or to let be; nothing of it is published by itself.
"""
