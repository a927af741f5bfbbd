"""Advice 建议 after a miss: what the manager thinks, one step with a day, and the rep's answer. Nobody else reads it."""
