"""A real Chromium against a real server with the demo company: what a person does and sees."""
