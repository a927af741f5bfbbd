"""Answers 应对话术: what we say to an objection, said at visits, counted by how it went, looked at again when old.

An answer is counted, a person never: whoever said it is on no wire.
"""
