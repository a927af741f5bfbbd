"""People, sign-in and the organisation over the wire."""
