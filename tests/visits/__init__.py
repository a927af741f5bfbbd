"""Visits: planning, the check-in and its replays, corrections, the effective visit, hand-over, and who sees what."""
