"""The day's screens over the wire: the rep's day, and the glance of managers and mentors."""
