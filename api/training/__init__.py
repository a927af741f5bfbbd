"""Training 培训: a weekly class with its reason, learning points as if-then rules, and practice before it closes.

A skipped week stays in sight with its reason and its make-up. It never tells a team who has not practised yet.
"""
