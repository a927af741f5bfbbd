"""Playbook 话术: skills with the behaviours to tick, and what clients object with the answers we give.

One bilingual list for all mechanisms, edited by trainer and admin; anybody adds an answer. A row is retired,
never deleted, since old drills and visits point at it. It never scores anybody.
"""
