"""通关: two assessors mark six areas; "passed" or "not yet", and never a failure before others."""
