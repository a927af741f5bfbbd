"""The evening as two screens read it: my day with what came back from it, and what of the team's evening needs help.

Exceptions where help is needed, never a wall of people and never a count per person.
"""
