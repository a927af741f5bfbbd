"""The schema's steps, up and down, with real records in it."""
