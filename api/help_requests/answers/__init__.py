"""Answers: what was said to a request, the ride or drill offered with it, and the hand-over to somebody else."""
