"""Shares by which two people see how a promise went."""
